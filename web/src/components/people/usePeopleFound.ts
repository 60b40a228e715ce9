import * as accounts from "../../api/accounts";
import type { Profile } from "../../wire";
import { type Found, useFound } from "../useFound";
import { stillMeant } from "./stillMeant";

const MOST = 8;
const NOBODY: readonly Profile[] = [];

const find = (name: string, signal: AbortSignal) => accounts.find(name, MOST, signal);

/** Who is called so. */
export function usePeopleFound(name: string): Found<readonly Profile[]> {
  return useFound(name, NOBODY, find, stillMeant);
}
