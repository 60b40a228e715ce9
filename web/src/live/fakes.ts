import type { Message } from "../wire";
import type { Answer, Asked } from "./connection";
import { Outbox, type Way } from "./outbox";
import { OutgoingStorage } from "./outgoingStorage";

/** Stand-ins for the tests of this folder. */

type PostAnswer = Answer<Asked["message:post"][1]>;

/** A way whose answers the test gives one by one. */
export class FakeWay implements Way {
  connected = true;
  readonly posts: { room: number; text: string; key: string }[] = [];
  readonly history = new Map<string, Message>();
  #answers: ((answer: PostAnswer) => void)[] = [];

  post(post: { room: number; text: string; key: string }): Promise<PostAnswer> {
    this.posts.push(post);
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  lookUp(_room: number, key: string): Promise<Message | undefined> {
    return Promise.resolve(this.history.get(key));
  }

  async answer(answer: PostAnswer): Promise<void> {
    this.#answers.shift()?.(answer);
    await settled();
  }
}

export class FakeStorage implements Pick<Storage, "getItem" | "setItem" | "removeItem" | "clear"> {
  [name: string]: unknown;
  #removed: (name: string) => void = () => undefined;
  set onRemoved(listener: (name: string) => void) {
    this.#removed = listener;
  }
  getItem(name: string) {
    return (this[name] as string | undefined) ?? null;
  }
  setItem(name: string, value: string) {
    this[name] = value;
  }
  removeItem(name: string) {
    // What a browser tells other tabs: not that something goes that is not there.
    if (name in this) this.#removed(name);
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- what storage is
    delete this[name];
  }
  clear() {
    for (const name of Object.keys(this)) this.removeItem(name);
  }
}

export const settled = () => new Promise((resolve) => setTimeout(resolve));
export const ok = (position: number): PostAnswer => ({ ok: true, position, at: 1 });
export const refused = (): PostAnswer => ({ ok: false, error: { code: "invalid", detail: "no" } });
export const lost: PostAnswer = { ok: "unknown" };

export function outboxWith(storage = new FakeStorage()) {
  const way = new FakeWay();
  const begun = 1_000_000;
  let now = begun;
  const timers: (() => void)[] = [];
  const memory = new OutgoingStorage(1, storage as unknown as Storage);
  const outbox = new Outbox(
    way,
    memory,
    () => now,
    (what) => void timers.push(what),
    () => now - begun,
  );
  return {
    way,
    outbox,
    storage,
    timers,
    entries: () => outbox.entries.value,
    wait: (ms: number) => (now += ms),
  };
}
