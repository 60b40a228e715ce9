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

type Load<T> = (after: number | undefined) => Promise<LoadedPage<T>>;

/** A long list by pages, `after` the last one seen. Another `load` begins anew. */
export function usePages<T extends { readonly id: number }>(load: Load<T>): Pages<T> {
  const [page, setPage] = useState<LoadedPage<T> & { readonly by: Load<T> }>();
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
        if (mine === asked.current) setPage({ items: [...held, ...items], more, by: load });
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
    // What is there answers to another question, until this one is asked.
    loading: loading || (page !== undefined && page.by !== load && problem === undefined),
    problem,
    loadMore: () => void ask(page?.by === load ? page.items : []),
    reload: () => void ask([]),
    change: (items) => setPage({ items, more: page?.more ?? false, by: page?.by ?? load }),
  };
}
