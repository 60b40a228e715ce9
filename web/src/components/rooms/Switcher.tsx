import { lazy, Suspense, useEffect, useState } from "react";

const SwitcherDialog = lazy(() => import("./SwitcherDialog"));

/** Ctrl K, a few letters, Enter: another room, or a person. */
export function Switcher() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setShown((now) => !now);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return <Suspense>{shown && <SwitcherDialog onClose={() => setShown(false)} />}</Suspense>;
}
