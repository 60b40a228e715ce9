import { useEffect } from "react";
import { useStore } from "../../browser/useStore";
import { told } from "../told";

const FOR_MS = 4_000;

/** A short word about what was just done, for eyes and ears. */
export function Told() {
  const word = useStore(told);
  useEffect(() => {
    if (word === undefined) return;
    const timer = setTimeout(() => told.set(undefined), FOR_MS);
    return () => clearTimeout(timer);
  }, [word]);
  // Of another room it says nothing.
  useEffect(() => () => told.set(undefined), []);
  return (
    <div className={`told${word === undefined ? "" : " told-shown"}`} role="status" data-testid="told">
      {word?.text}
    </div>
  );
}
