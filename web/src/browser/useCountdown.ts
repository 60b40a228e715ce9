import { useEffect, useState } from "react";
import { steady } from "../clocks";

/** Whole seconds left until then on the steady clock; 0 when it is over or there is nothing to wait for. */
export function useCountdown(until: number | undefined): number {
  const [now, setNow] = useState(steady);
  useEffect(() => {
    if (until === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      const pause = untilNextSecond(until, steady());
      if (pause === undefined) return;
      timer = setTimeout(() => {
        setNow(steady());
        wait();
      }, pause);
    };
    wait();
    return () => clearTimeout(timer);
  }, [until]);
  // What was rendered last may be long ago, and a wait that begins now is no longer for that.
  return secondsLeft(until, Math.max(now, steady()));
}

export function secondsLeft(until: number | undefined, now: number): number {
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1_000));
}

/** Milliseconds until one second fewer is left; nothing when none is. */
export function untilNextSecond(until: number, now: number): number | undefined {
  const left = until - now;
  return left <= 0 ? undefined : left - (secondsLeft(until, now) - 1) * 1_000;
}
