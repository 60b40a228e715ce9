/** Milliseconds on a clock that nobody sets: for how long something takes, never for what time it is. */
export const steady = (): number => performance.now();

/** What time it is for the server, as far as its words tell. A device's own clock may be set to anything. */
export class ServerClock {
  #ahead = -Infinity;

  /** The server said this time. Words take a while to get here, so of two the one that is further ahead is nearer. */
  heard(at: number, now = steady()): void {
    if (Number.isFinite(at)) this.#ahead = Math.max(this.#ahead, at - now);
  }

  /** When it is this time for the server, on the steady clock of this page: not too early, but for a server not heard yet. */
  steadyAt(at: number): number {
    return this.#ahead === -Infinity ? -Infinity : at - this.#ahead;
  }
}

export const serverClock = new ServerClock();
