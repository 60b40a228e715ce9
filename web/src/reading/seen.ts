interface Range {
  readonly after: number;
  readonly to: number;
}

/**
 * Which parts of a log have been on screen. What one scrolls through joins up; what one jumps over does not, and so is
 * not read.
 */
export class Seen {
  #ranges: readonly Range[] = [];

  /** All after one position and up to another was on screen. */
  see(after: number, to: number): void {
    if (to <= after) return;
    const apart = this.#ranges.filter((range) => range.to < after || range.after > to);
    const joined = this.#ranges.filter((range) => range.to >= after && range.after <= to);
    const range = {
      after: Math.min(after, ...joined.map((each) => each.after)),
      to: Math.max(to, ...joined.map((each) => each.to)),
    };
    this.#ranges = [...apart, range];
  }

  /** How far one has read who had read up to here: what was seen on from there. */
  through(read: number): number {
    const range = this.#ranges.find(({ after, to }) => after <= read && to > read);
    return range?.to ?? read;
  }
}
