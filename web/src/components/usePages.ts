import { useCallback, useEffect, useRef, useState } from "react";
import { errorText } from "./refusalText";

export interface LoadedPage<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

interface Pages<T> {
  /** Undefined until the first page is here. */
  readonly items: readonly T[] | undefined;
  readonly more: boolean;
  readonly loading: boolean;
  readonly problem: string | undefined;
  readonly loadMore: () => void;
  readonly reload: () => void;
  /** What is known to have changed, without asking again. */
  readonly change: (items: readonly T[]) => void;
}

/** A long list by pages, `after` the last one seen. Another `load` begins anew. */
export function usePages<T extends { readonly id: number }>(
  load: (after: number | undefined) => Promise<LoadedPage<T>>,
): Pages<T> {
  const [page, setPage] = useState<LoadedPage<T>>();
  const [loading, setLoading] = useState(true);
  const [problem, setProblem] = useState<string>();
  const asked = useRef(0);

  const ask = useCallback(
    async (held: readonly T[]) => {
      const mine = ++asked.current;
      setLoading(true);
      setProblem(undefined);
      try {
        const { items, more } = await load(held.at(-1)?.id);
        if (mine === asked.current) setPage({ items: [...held, ...items], more });
      } catch (error) {
        if (mine === asked.current) setProblem(errorText(error));
      } finally {
        if (mine === asked.current) setLoading(false);
      }
    },
    [load],
  );
  useEffect(() => {
    const latest = asked;
    const timer = setTimeout(() => void ask([]));
    return () => {
      clearTimeout(timer);
      latest.current++;
    };
  }, [ask]);

  return {
    items: page?.items,
    more: page?.more ?? false,
    loading,
    problem,
    loadMore: () => void ask(page?.items ?? []),
    reload: () => void ask([]),
    change: (items) => setPage({ items, more: page?.more ?? false }),
  };
}
