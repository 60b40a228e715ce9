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

/** Remembers what is not sent, one entry a post, so that two tabs do not overwrite each other's. */
export class OutgoingStorage {
  readonly #prefix: string;

  constructor(
    account: number,
    readonly storage: Storage | undefined = available(),
  ) {
    this.#prefix = `chatroom.outgoing.${account}.`;
  }

  load(): Outgoing[] {
    const { storage } = this;
    if (storage === undefined) return [];
    const found: Outgoing[] = [];
    for (const name of Object.keys(storage).filter((key) => key.startsWith(this.#prefix))) {
      try {
        const held = JSON.parse(storage.getItem(name) ?? "null") as Outgoing | null;
        if (held !== null)
          found.push({ ...held, state: "failed", failure: held.failure ?? { reason: "unreachable" } });
      } catch {
        storage.removeItem(name);
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  save(outgoing: Outgoing): void {
    try {
      this.storage?.setItem(this.#prefix + outgoing.key, JSON.stringify(outgoing));
    } catch {
      // A full storage costs the memory of it over a reload, nothing else.
    }
  }

  forget(key: string): void {
    this.storage?.removeItem(this.#prefix + key);
  }
}

function available(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
