import { steady } from "../clocks";

/** Longer than from one frame of a movement to the next. */
const STILL_AFTER_MS = 150;
const BEGINS_WITH = ["wheel", "touchmove", "pointerdown", "keydown"];

/** Whether somebody is scrolling a list: by hand, or it still glides after that. */
export class Hand {
  #last = -Infinity;

  attach(scroller: HTMLElement): () => void {
    const begun = () => (this.#last = steady());
    for (const kind of BEGINS_WITH) scroller.addEventListener(kind, begun, { passive: true });
    return () => {
      for (const kind of BEGINS_WITH) scroller.removeEventListener(kind, begun);
    };
  }

  /** The list was scrolled. What no hand began is none's. */
  scrolled(): void {
    if (this.moves) this.#last = steady();
  }

  get moves(): boolean {
    return steady() - this.#last < STILL_AFTER_MS;
  }
}
