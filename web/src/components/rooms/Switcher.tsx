import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { texts } from "../../texts";

const SwitcherDialog = lazy(() => import("./SwitcherDialog"));

/** Ctrl K, a few letters, Enter: another room, or a person. */
export function Switcher() {
  const [shown, setShown] = useState(false);
  const [begun, setBegun] = useState("");
  const from = useRef<Element>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      from.current = document.activeElement;
      setBegun("");
      setShown((now) => !now);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  const close = () => {
    setShown(false);
    setTimeout(() => {
      const isNowhere = document.activeElement === null || document.activeElement === document.body;
      if (isNowhere && from.current instanceof HTMLElement) from.current.focus();
    });
  };
  // What is typed before the dialog has come is meant for it; otherwise Enter would send it into the room.
  const early = (
    <input
      className="visually-hidden"
      aria-label={texts.rooms.switch}
      autoFocus
      value={begun}
      onChange={(event) => setBegun(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    />
  );
  return (
    shown && (
      <Suspense fallback={early}>
        <SwitcherDialog begun={begun} onClose={close} />
      </Suspense>
    )
  );
}
