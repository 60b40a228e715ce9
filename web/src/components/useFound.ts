import { useEffect, useState } from "react";

const PAUSE_MS = 180;

interface Answer<T> {
  readonly of: string;
  readonly status: "answered" | "failed";
  readonly found: T;
}

type Still<T> = (earlier: Answer<T>, wanted: string) => T;

export interface Found<T> {
  /** That there is nothing can be said only once it is `answered`. */
  readonly status: "pending" | "answered" | "failed";
  readonly found: T;
}

/**
 * What the server knows of what is typed, once the typing pauses; of what was found before, what may be meant still stays until then.
 *
 * @param ask one that stays the same
 * @param still what of an earlier answer something else that is wanted now may still mean
 */
export function useFound<T>(
  typed: string,
  nothing: T,
  ask: (wanted: string, signal: AbortSignal) => Promise<T>,
  still: Still<T>,
): Found<T> {
  const wanted = typed.trim();
  const [answer, setAnswer] = useState<Answer<T>>({ of: "", status: "answered", found: nothing });
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      ask(wanted, stop.signal).then(
        (found) => setAnswer({ of: wanted, status: "answered", found }),
        () => {
          if (!stop.signal.aborted) setAnswer({ of: wanted, status: "failed", found: nothing });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, nothing, ask]);
  return standing(wanted, answer, nothing, still);
}

/** What an answer, maybe to something typed before, says of what is wanted now. */
export function standing<T>(wanted: string, answer: Answer<T>, nothing: T, still: Still<T>): Found<T> {
  if (wanted === "") return { status: "answered", found: nothing };
  if (answer.of === wanted) return { status: answer.status, found: answer.found };
  return { status: "pending", found: still(answer, wanted) };
}
