import * as rooms from "../api/rooms";
import type { Room } from "../wire";

const AFTER_MS = 1_000;

/**
 * Asks again about a room whose members could not be counted along: once for several changes in a row, and not at the
 * same moment as all others who look on.
 */
export class Recount {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly counted: (room: Room) => void) {}

  soon(id: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(id), AFTER_MS * (1 + Math.random()));
  }

  async #ask(id: number): Promise<void> {
    try {
      this.counted(await rooms.room(id));
    } catch {
      // Who enters the room again is told.
    }
  }
}
