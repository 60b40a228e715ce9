import type { Refusal } from "../wire";

/** Why a post is not in the room (yet, as far as we know). */
export type Failure =
  /** Never left, or no answer came: the server may or may not have it. Goes out again by itself. */
  | { readonly reason: "unreachable" }
  /** The server said no. `until`: when it may be asked again (milliseconds since 1970). */
  | { readonly reason: "refused"; readonly refusal: Refusal; readonly until?: number };

/** A post of mine that is not in the log that I hold. */
export interface Outgoing {
  /** The same for every try, which is why trying again never doubles. */
  readonly key: string;
  readonly room: number;
  readonly text: string;
  readonly at: number;
  readonly state: "sending" | "sent" | "failed";
  readonly failure?: Failure;
  /** When it first went out; the server forgets keys. */
  readonly tried?: number;
  /** Where the server put it, while its event has not come yet. */
  readonly position?: number;
}
