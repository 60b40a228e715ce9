import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { texts } from "../../texts";
import { Unreached } from "../Unreached";

const SwitcherDialog = lazy(() => import("./SwitcherDialog"));

/** Ctrl K, a few letters, Enter: another room, or a person. */
export function Switcher() {
  const [shown, setShown] = useState(false);
  const [begun, setBegun] = useState("");
  const from = useRef<Element>(null);
  const close = useCallback(() => {
    setShown(false);
    setTimeout(() => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && from.current instanceof HTMLElement) from.current.focus();
    });
  }, []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      if (shown) return close();
      from.current = document.activeElement;
      setBegun("");
      setShown(true);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [shown, close]);
  // What is typed before the dialog has come is meant for it; otherwise Enter would send it into the room.
  const early = (
    <input
      className="visually-hidden"
      aria-label={texts.rooms.switch}
      autoFocus
      value={begun}
      onChange={(event) => setBegun(event.target.value)}
      onBlur={() => {
        // Who has gone on elsewhere meanwhile is not interrupted. From another window one comes back.
        if (document.hasFocus()) setShown(false);
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    />
  );
  return (
    shown && (
      <Unreached onClose={close}>
        <Suspense fallback={early}>
          <SwitcherDialog begun={begun} onClose={close} />
        </Suspense>
      </Unreached>
    )
  );
}
