import { useEffect, useState } from "react";
import { useCountdown } from "../../browser/useCountdown";
import { useStore } from "../../browser/useStore";
import type { ConnectionState } from "../../live/connection";
import { texts } from "../../texts";
import { useLive } from "../live";

const BACK_FOR_MS = 2_500;
/** A page that has just been opened connects faster than anyone reads. */
const QUIET_FOR_MS = 1_200;

/** Says when the page is cut off, and when it is back; silent while all is well. */
export function ConnectionBar() {
  const { connection } = useLive();
  const state = useStore(connection.state);
  const said = useSaid(state);
  const seconds = useCountdown(state.status === "waiting" ? state.until : undefined);
  const shown = said !== "";
  return (
    <div
      className={`connection connection-${state.status}${shown ? " connection-shown" : ""}`}
      data-testid="connection"
      data-state={state.status}
    >
      <span role="status">{said}</span>
      {state.status === "waiting" && (
        <>
          {/* Not in the live region: a screen reader would count along. */}
          <span className="connection-countdown">{texts.connection.retryIn(seconds)}</span>
          <button type="button" className="btn btn-sm connection-try" onClick={connection.tryNow}>
            {texts.connection.tryNow}
          </button>
        </>
      )}
    </div>
  );
}

function useSaid(state: ConnectionState): string {
  const [wasAway, setWasAway] = useState(false);
  const [late, setLate] = useState(false);
  const { status } = state;
  if (!wasAway && (status === "waiting" || status === "offline")) setWasAway(true);
  useEffect(() => {
    if (status === "connected") {
      const timer = setTimeout(() => {
        setWasAway(false);
        setLate(false);
      }, BACK_FOR_MS);
      return () => clearTimeout(timer);
    }
    const timer = setTimeout(() => setLate(true), QUIET_FOR_MS);
    return () => clearTimeout(timer);
  }, [status]);
  switch (status) {
    case "connecting":
      return wasAway || late ? texts.connection.connecting : "";
    case "connected":
      return wasAway ? texts.connection.back : "";
    case "waiting":
      return state.why === "draining" ? texts.connection.draining : texts.connection.lost;
    case "offline":
      return texts.connection.offline;
    case "closed":
      return "";
  }
}
