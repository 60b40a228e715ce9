/** Whether somebody is in front of a page of this browser: what they can see there needs no telling by another. */
const ATTENDED = "chatroom.attended";
const TELLS = "chatroom.tells";

const isAttended = () => !document.hidden && document.hasFocus();

/** Says so to the browser's other pages, until the function that it returns is called. */
export function sayAttended(): () => void {
  if (!hasLocks()) return () => undefined;
  let release: (() => void) | undefined;
  const look = () => {
    if (isAttended() === (release !== undefined)) return;
    if (release === undefined) release = hold(ATTENDED, "shared");
    else {
      release();
      release = undefined;
    }
  };
  look();
  window.addEventListener("focus", look);
  window.addEventListener("blur", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("focus", look);
    window.removeEventListener("blur", look);
    document.removeEventListener("visibilitychange", look);
    release?.();
  };
}

export async function attendedAnywhere(): Promise<boolean> {
  if (isAttended()) return true;
  if (!hasLocks()) return false;
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === ATTENDED);
}

export interface Turns {
  /** It is this page's. */
  readonly tells: () => boolean;
  readonly end: () => void;
}

/** Of all pages of an account that take part one tells; in a browser without locks each. */
export function takeTurnsToTell(account: number): Turns {
  if (!hasLocks()) return { tells: () => true, end: () => undefined };
  let mine = false;
  const end = hold(`${TELLS}.${account}`, "exclusive", () => (mine = true));
  return { tells: () => mine, end };
}

/** A lock goes with its page, however that ends. */
function hold(name: string, mode: LockMode, held: () => void = () => undefined): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const whileHeld = () =>
    new Promise<void>((resolve) => {
      held();
      signal.addEventListener("abort", () => resolve());
      if (signal.aborted) resolve();
    });
  navigator.locks.request(name, { mode, signal }, whileHeld).catch(() => undefined);
  return () => ended.abort();
}

/** Only a page that came safely has them, and only such a page may notify. */
function hasLocks(): boolean {
  return "locks" in navigator;
}
