import { Store } from "../../store";
import type { Outgoing } from "../../room/outgoing";

/** A post that did not go out, on its way back to where it can be rewritten. */
export const returned = new Store<Outgoing | undefined>(undefined);
