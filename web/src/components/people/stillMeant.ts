import type { Profile } from "../../wire";

/** Who was found, and by which beginning of a name. */
export interface PeopleFound {
  readonly of: string;
  readonly found: readonly Profile[];
}

const NOBODY: readonly Profile[] = [];

/** Until the next answer: never somebody whom what is written now does not mean, for Enter would take them. */
export function stillMeant({ of, found }: PeopleFound, begun: string): readonly Profile[] {
  const wanted = begun.toLowerCase();
  if (!wanted.startsWith(of.toLowerCase())) return NOBODY;
  return found.filter(({ username, displayName }) =>
    [username, displayName].some((name) => name.toLowerCase().startsWith(wanted)),
  );
}
