import { isSame } from "../../message/mention";
import type { Profile } from "../../wire";
import type { PeopleFound } from "../people/stillMeant";

/** Who is meant though not pointed at: who is called just so, else the first, if found by just what is written. */
export function meant({ of, found }: PeopleFound, begun: string): Profile | undefined {
  return found.find(({ username }) => isSame(username, begun)) ?? (of === begun ? found[0] : undefined);
}
