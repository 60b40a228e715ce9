import type { Answer } from "./connection";

const TELL_MS = 1_000;

export type Tell = (room: number, position: number) => Promise<Answer<object>>;

/** Tells the server how far I have read: once a second at most, and until it has heard. */
export class Reads {
  readonly #untold = new Map<number, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly tell: Tell) {}

  read(room: number, position: number): void {
    if ((this.#untold.get(room) ?? 0) >= position) return;
    this.#untold.set(room, position);
    this.#timer ??= setTimeout(() => this.flush(), TELL_MS);
  }

  /** Now: the page may end, the room be left, or the connection is back. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const [room, position] of this.#untold) void this.#say(room, position);
  }

  async #say(room: number, position: number): Promise<void> {
    const answer = await this.tell(room, position);
    // A refusal will not turn into a yes: the room may not be mine any more.
    if (answer.ok !== "unknown" && this.#untold.get(room) === position) this.#untold.delete(room);
  }
}
