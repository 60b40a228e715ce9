import { Store } from "../store";
import { Hand } from "./hand";

/** Closer to the end than this reads as "at the end". */
const AT_END = 48;
const ANCHORS = 3;

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
  /** The first rows on screen: should one go away, the next one holds. */
  #anchors: readonly { row: string; top: number }[] = [];
  #lastTop = 0;
  /** Of the list and of all that is in it, when the anchors were noted. */
  #size = "";
  #frame = "";
  readonly #hand = new Hand();

  attach(scroller: HTMLElement, onMoved: () => void): () => void {
    this.#scroller = scroller;
    this.#lastTop = scroller.scrollTop;
    const resized = new ResizeObserver(() => {
      this.restore();
      onMoved();
    });
    resized.observe(scroller);
    for (const child of scroller.children) resized.observe(child);
    const letGo = this.#hand.attach(scroller);
    this.restore();
    return () => {
      resized.disconnect();
      letGo();
    };
  }

  /** The browser tells that the list was scrolled. Says whether somebody did it. */
  capture(): boolean {
    const scroller = this.#scroller;
    if (scroller === undefined) return false;
    // A list that became shorter is scrolled by the browser, which says so before anybody hears of the size.
    if (sizeOf(scroller) !== this.#size) this.restore();
    const { scrollTop } = scroller;
    const left = scroller.scrollHeight - scroller.clientHeight - scrollTop;
    const follows = left <= AT_END || (this.atEnd.value && scrollTop >= this.#lastTop);
    // Of what was scrolled from here the browser tells too.
    const byThem = scrollTop !== this.#lastTop;
    if (byThem) {
      this.#note();
      this.#hand.scrolled();
    }
    this.#lastTop = scrollTop;
    this.atEnd.set(this.endIsNewest && follows);
    return byThem;
  }

  /** Something changed the list or its size. */
  restore(): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const scrolled = this.#scrolled(scroller);
    // Who has just left the end is not pulled back to it.
    if (scrolled <= -1) this.atEnd.set(false);
    if (this.atEnd.value) scroller.scrollTop = scroller.scrollHeight;
    else {
      const moved = this.#moved(scroller, scrolled);
      if (Math.abs(moved) >= 0.5) scroller.scrollTop += moved;
    }
    this.#lastTop = scroller.scrollTop;
    // The same row holds on until somebody scrolls, so that a phone that is turned and turned back shows the same.
    const [first] = this.#anchors;
    const row = first && find(scroller, first.row);
    const off = row ? topOf(row, scroller) - first.top : Infinity;
    if (row && Math.abs(off) < 1) this.#note(row, off);
    else this.#note();
  }

  toEnd(): void {
    this.atEnd.set(true);
    this.#lastTop = this.#scroller?.scrollTop ?? 0;
    this.restore();
  }

  /** Holds a row that is on the page at so many pixels below the upper edge. Says whether it is there. */
  toRow(row: string, top: number): boolean {
    const scroller = this.#scroller;
    if (scroller === undefined || find(scroller, row) === null) return false;
    this.atEnd.set(false);
    this.#anchors = [{ row, top }];
    this.#lastTop = scroller.scrollTop;
    this.restore();
    // Further down than the end one cannot be.
    const left = scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
    if (left <= 1) this.atEnd.set(this.endIsNewest);
    return true;
  }

  row(row: string): HTMLElement | null {
    return this.#scroller === undefined ? null : find(this.#scroller, row);
  }

  /** How far a row lies below the upper edge, if it is on the page. */
  below(row: string): number | undefined {
    const scroller = this.#scroller;
    const element = scroller === undefined ? null : find(scroller, row);
    return element === null || scroller === undefined ? undefined : topOf(element, scroller);
  }

  /** The positions of the first and the last message whose end is on screen. */
  shown(): readonly [number, number] | undefined {
    const scroller = this.#scroller;
    if (scroller === undefined) return undefined;
    const { top, bottom } = scroller.getBoundingClientRect();
    const rows = scroller.querySelectorAll<HTMLElement>("[data-message]");
    const first = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > top);
    const last = firstIndex(rows, (row) => row.getBoundingClientRect().bottom > bottom + 1) - 1;
    const positions = [rows[first], rows[last]].map((row) => Number(row?.dataset["message"]));
    return last < first || positions.some(Number.isNaN) ? undefined : (positions as [number, number]);
  }

  /**
   * @param first the one to hold on to, else the first that is on screen
   * @param off how far it is from its place, in less than the browser scrolls by: what is left over must not add up
   */
  #note(first?: HTMLElement, off = 0): void {
    const scroller = this.#scroller;
    if (scroller === undefined) return;
    const edge = first === undefined ? 0 : topOf(first, scroller);
    const rows = scroller.querySelectorAll<HTMLElement>("[data-row]");
    const low = firstIndex(rows, (row) => topOf(row, scroller) >= edge);
    const index = Math.max(0, Math.min(low, rows.length - 1));
    this.#size = sizeOf(scroller);
    this.#frame = frameOf(scroller);
    this.#anchors = [...rows]
      .slice(index, index + ANCHORS)
      .map((row) => ({ row: row.dataset["row"] ?? "", top: topOf(row, scroller) - off }));
  }

  /**
   * How far somebody has scrolled of which no event has told yet. Down it can only have been them. Up the browser moves a
   * list that is too short for its place, and while the window changes it may have been so for a moment: then it was
   * somebody if their hand is at it.
   */
  #scrolled(scroller: HTMLElement): number {
    const end = scroller.scrollHeight - scroller.clientHeight;
    const scrolled = scroller.scrollTop - Math.min(this.#lastTop, end);
    // Where one scrolls by parts of a pixel, the end lies up to one further down than whole ones say.
    const isSteady = this.#frame === frameOf(scroller) && this.#lastTop <= end + 1;
    return isSteady || scrolled > 0 || this.#hand.moves ? scrolled : 0;
  }

  #moved(scroller: HTMLElement, scrolled: number): number {
    for (const anchor of this.#anchors) {
      const row = find(scroller, anchor.row);
      if (row !== null) return topOf(row, scroller) - anchor.top + scrolled;
    }
    return 0;
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

function frameOf({ clientWidth, clientHeight }: HTMLElement): string {
  return `${clientWidth} ${clientHeight}`;
}

function sizeOf(scroller: HTMLElement): string {
  return `${frameOf(scroller)} ${scroller.scrollHeight}`;
}

function find(scroller: HTMLElement, row: string): HTMLElement | null {
  return scroller.querySelector(`[data-row="${CSS.escape(row)}"]`);
}

/** Of what is said in the row: the line with name and time above it comes and goes with its neighbours. */
function topOf(row: HTMLElement, scroller: HTMLElement): number {
  const said = row.querySelector("[data-anchor]") ?? row;
  return said.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
}
