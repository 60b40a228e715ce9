import { useEffect, useState } from "react";
import * as accounts from "../../api/accounts";
import type { Profile } from "../../wire";

const PAUSE_MS = 180;
const FOUND = 8;

const NOBODY: readonly Profile[] = [];

/** Who is called so, once the typing pauses; what was found before stays until then. */
export function usePeopleFound(name: string): readonly Profile[] {
  const wanted = name.trim();
  const [found, setFound] = useState(NOBODY);
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      accounts.find(wanted, FOUND, stop.signal).then(setFound, () => undefined);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return wanted === "" ? NOBODY : found;
}
