import { useCallback, useEffect, useState } from "react";
import { errorText } from "./refusalText";

interface Loaded<T> {
  readonly loaded: T | undefined;
  readonly problem: string | undefined;
  readonly reload: () => void;
  /** What is known to be true now, without asking again. */
  readonly set: (value: T) => void;
}

/** Asks the server when the page comes up. `load` must stay the same between two renderings. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, set] = useState<T>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => {
        if (!wanted) return;
        setProblem(undefined);
        set(value);
      },
      (error: unknown) => {
        if (wanted) setProblem(errorText(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  return { loaded, problem, reload, set };
}
