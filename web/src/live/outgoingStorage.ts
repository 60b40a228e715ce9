import type { Failure, Outgoing } from "../room/outgoing";
import { newKey } from "./key";

/** Remembers what is not sent, one entry a post, so that two tabs do not overwrite each other's. */
export class OutgoingStorage {
  /** Another tab of this browser has sent or discarded one. */
  onForgotten: (key: string) => void = () => undefined;
  readonly #prefix: string;
  readonly #lifeName: string;
  /** What this page has put there, or found there, and in which life of the storage. */
  readonly #kept = new Map<string, string | null>();

  constructor(
    account: number,
    readonly storage: Storage | undefined = available(),
  ) {
    this.#prefix = `chatroom.outgoing.${account}.`;
    this.#lifeName = `chatroom.outgoing-life.${account}`;
  }

  /** From now on until the function that it returns is called. */
  listen(): () => void {
    const changed = ({ storageArea, key, newValue }: StorageEvent) => {
      if (storageArea === this.storage && newValue === null && key?.startsWith(this.#prefix) === true)
        this.onForgotten(key.slice(this.#prefix.length));
    };
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  }

  load(): Outgoing[] {
    const { storage } = this;
    if (storage === undefined) return [];
    const found: Outgoing[] = [];
    const names = Object.keys(storage).filter((key) => key.startsWith(this.#prefix));
    if (names.length > 0) this.#begin(storage);
    for (const name of names) {
      try {
        const held = JSON.parse(storage.getItem(name) ?? "null") as Outgoing | null;
        if (held === null) continue;
        this.#kept.set(held.key, this.#life());
        found.push({ ...held, state: "failed", failure: stillTrue(held.failure) });
      } catch {
        storage.removeItem(name);
      }
    }
    return found.sort((a, b) => a.at - b.at);
  }

  /** What the tabs of this browser know of it, as far as is remembered. */
  read(key: string): Outgoing | undefined {
    try {
      const held = JSON.parse(this.storage?.getItem(this.#prefix + key) ?? "null") as Outgoing | null;
      return held ?? undefined;
    } catch {
      return undefined;
    }
  }

  /** It was remembered, and another tab has taken it away; not the browser, all at once. */
  isGone(key: string): boolean {
    if (this.storage?.getItem(this.#prefix + key) !== null) return false;
    const life = this.#life();
    return life !== null && this.#kept.get(key) === life;
  }

  save(outgoing: Outgoing): void {
    const { key } = outgoing;
    if (this.isGone(key)) return;
    try {
      if (this.storage === undefined) return;
      this.#begin(this.storage);
      this.storage.setItem(this.#prefix + key, JSON.stringify(outgoing));
      this.#kept.set(key, this.#life());
    } catch {
      // A full storage costs the memory of it over a reload, nothing else.
    }
  }

  forget(key: string): void {
    this.#kept.delete(key);
    const { storage } = this;
    if (storage === undefined) return;
    const name = this.#prefix + key;
    try {
      // Other tabs hear of what goes, not of what has gone: with all the browser's data, say.
      if (storage.getItem(name) === null) storage.setItem(name, "null");
    } catch {
      // Full: then they ask the history before they send it.
    }
    storage.removeItem(name);
  }

  #begin(storage: Storage): void {
    if (this.#life() === null) storage.setItem(this.#lifeName, newKey());
  }

  /** Goes with the rest when the browser's data are cleared. */
  #life(): string | null {
    return this.storage?.getItem(this.#lifeName) ?? null;
  }
}

/** How long to wait was told to a page that is gone; the server tells again. */
function stillTrue(failure: Failure | undefined): Failure {
  return failure?.reason === "refused" ? failure : { reason: "unreachable" };
}

function available(): Storage | undefined {
  try {
    // Where a browser that is part of another program was not given any, it is null.
    const storage: unknown = window.localStorage;
    return storage instanceof Storage ? storage : undefined;
  } catch {
    return undefined;
  }
}
