import { Store } from "../store";

/** A short word about what was just done; a new object each time, so that the same word can be said again. */
export const told = new Store<{ readonly text: string } | undefined>(undefined);
