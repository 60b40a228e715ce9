import { steady } from "../clocks";

/** Longer than from one frame of a movement to the next. */
const STILL_AFTER_MS = 150;
const BEGINS_WITH = ["wheel", "touchmove", "keydown"];
const ENDS_WITH = ["pointerup", "pointercancel", "pointermove"] as const;

/** Whether somebody is scrolling a list: by hand, or it still glides after that. */
export class Hand {
  #last = -Infinity;
  /** A pointer is down in it: who drags the scrollbar may pause. */
  #holds = false;

  attach(scroller: HTMLElement): () => void {
    const begun = () => (this.#last = steady());
    const held = () => (this.#holds = true);
    const letGo = ({ type, buttons }: PointerEvent) => {
      // Of a pointer that was let go on a scrollbar nothing is told but that it moves with no button pressed.
      if (!this.#holds || (type === "pointermove" && buttons !== 0)) return;
      this.#holds = false;
      begun();
    };
    for (const kind of BEGINS_WITH) scroller.addEventListener(kind, begun, { passive: true });
    scroller.addEventListener("pointerdown", held, { passive: true });
    for (const kind of ENDS_WITH) window.addEventListener(kind, letGo, { passive: true });
    return () => {
      this.#holds = false;
      for (const kind of BEGINS_WITH) scroller.removeEventListener(kind, begun);
      scroller.removeEventListener("pointerdown", held);
      for (const kind of ENDS_WITH) window.removeEventListener(kind, letGo);
    };
  }

  /** The list was scrolled. What no hand began is none's. */
  scrolled(): void {
    if (this.moves) this.#last = steady();
  }

  get moves(): boolean {
    return this.#holds || steady() - this.#last < STILL_AFTER_MS;
  }
}
