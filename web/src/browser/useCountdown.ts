import { useEffect, useState } from "react";
import { steady } from "../clocks";

/** Whole seconds left until then on the steady clock; 0 when it is over or there is nothing to wait for. */
export function useCountdown(until: number | undefined): number {
  const [now, setNow] = useState(steady);
  const left = until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));
  useEffect(() => {
    if (until === undefined) return;
    const tick = () => setNow(steady());
    const first = setTimeout(tick);
    const timer = setInterval(tick, 500);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [until]);
  return left;
}
