import { Store } from "../store";

/** Closer to the end than this reads as "at the end". */
const AT_END = 48;

/**
 * Where somebody is in a list that grows at both ends. The browser's own scroll anchoring is off for it (Safari has
 * none, and Chromium's does nothing at the very top): before anything can move, the row at the upper edge is noted; after
 * it may have moved, the list is scrolled by as much. At the end, it stays at the end.
 */
export class Place {
  /** At the end, and following what comes. */
  readonly atEnd = new Store(true);
  /** The list's last row is the newest there is. */
  endIsNewest = true;

  #scroller: HTMLElement | undefined;
  #anchor: { row: string; top: number } | undefined;
  #lastTop = 0;

  attach(scroller: HTMLElement): () => void {
    this.#scroller = scroller;
    const resized = new ResizeObserver(() => this.restore());
    resized.observe(scroller);
    for (const child of scroller.children) resized.observe(child);
    this.restore();
    return () => resized.disconnect();
  }

  /** Somebody scrolled. */
  capture(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const { scrollTop } = scroller;
    const left = scroller.scrollHeight - scroller.clientHeight - scrollTop;
    const follows = left <= AT_END || (this.atEnd.value && scrollTop >= this.#lastTop);
    this.#lastTop = scrollTop;
    this.#note();
    this.atEnd.set(this.endIsNewest && follows);
  }

  /** Something changed the list or its size. */
  restore(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    if (this.atEnd.value) scroller.scrollTop = scroller.scrollHeight;
    else if (this.#anchor !== undefined) {
      const row = find(scroller, this.#anchor.row);
      const moved = row === null ? 0 : topOf(row, scroller) - this.#anchor.top;
      if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
    }
    this.#lastTop = scroller.scrollTop;
    this.#note();
  }

  toEnd(): void {
    this.atEnd.set(true);
    this.restore();
  }

  /** The position of the last message that is on screen to its end. */
  lastShown(): number | undefined {
    const scroller = this.#scroller;
    if (scroller === undefined) return undefined;
    const bottom = scroller.getBoundingClientRect().bottom + 1;
    const rows = scroller.querySelectorAll<HTMLElement>("[data-position]");
    const index = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > bottom) - 1;
    const position = Number(rows[index]?.dataset["position"]);
    return Number.isNaN(position) ? undefined : position;
  }

  #note(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const rows = scroller.querySelectorAll<HTMLElement>("[data-row]");
    const low = firstIndex(rows, (row) => topOf(row, scroller) >= 0);
    const row = rows[Math.min(low, rows.length - 1)];
    this.#anchor = row && { row: row.dataset["row"] ?? "", top: topOf(row, scroller) };
  }
}

/** Of rows in order, the first for which it holds (for which it then holds on). */
function firstIndex(rows: NodeListOf<HTMLElement>, holds: (row: HTMLElement) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rows[middle] as HTMLElement)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function find(scroller: HTMLElement, row: string): HTMLElement | null {
  return scroller.querySelector(`[data-row="${CSS.escape(row)}"]`);
}

/** Of what is said in the row: the line with name and time above it comes and goes with its neighbours. */
function topOf(row: HTMLElement, scroller: HTMLElement): number {
  const said = row.querySelector("[data-anchor]") ?? row;
  return said.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
