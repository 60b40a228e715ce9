import { useState } from "react";
import * as accounts from "../../api/accounts";
import { fullTimeOf, longAgoOf } from "../../browser/clock";
import { texts } from "../../texts";
import type { Session } from "../../wire";
import { Confirm } from "../Confirm";
import { LaptopIcon, PhoneIcon } from "../Icons";
import { Loading } from "../Loading";
import { errorText } from "../refusalText";
import { useLoaded } from "../useLoaded";
import { deviceOf } from "./device";

const words = texts.settings.sessions;

export function SessionsSection() {
  const { loaded: sessions, problem, reload, set } = useLoaded(accounts.sessions);
  const [said, setSaid] = useState("");
  const [asks, setAsks] = useState(false);
  if (sessions === undefined) return <Loading problem={problem} onRetry={reload} />;

  const others = sessions.filter((session) => !session.current);
  const sorted = sessions.toSorted((a, b) => Number(b.current) - Number(a.current) || b.seen - a.seen);
  const end = async (session: Session) => {
    try {
      await accounts.endSession(session.id);
      set(sessions.filter((one) => one !== session));
      setSaid(words.ended(deviceOf(session.agent)));
    } catch (error) {
      setSaid(errorText(error));
      reload();
    }
  };
  return (
    <>
      <p className="panel-intro">{words.intro}</p>
      <ul className="rows" aria-label={texts.settings.sections.sessions}>
        {sorted.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </ul>
      <p className="rows-said" role="status">
        {said}
      </p>
      {others.length > 1 && (
        <button type="button" className="btn btn-quiet" onClick={() => setAsks(true)}>
          {words.others}
        </button>
      )}
      {asks && (
        <Confirm
          title={words.othersTitle}
          action={words.end}
          onClose={() => setAsks(false)}
          onConfirm={async () => {
            await Promise.all(others.map((session) => accounts.endSession(session.id)));
            reload();
          }}
        >
          <p>{words.othersHint(others.length)}</p>
        </Confirm>
      )}
    </>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const device = deviceOf(session.agent);
  const hand = /\b(Mobile|iPhone|Android)\b/.test(session.agent);
  return (
    <li className="row-item" data-testid="session" data-session={session.id}>
      <span className="row-mark">{hand ? <PhoneIcon /> : <LaptopIcon />}</span>
      <div className="row-main">
        <span className="row-name" title={session.agent}>
          {device}
          {session.current && <span className="tag">{words.current}</span>}
        </span>
        <span className="row-note">
          {session.address} ·{" "}
          <span title={fullTimeOf(session.created)}>{words.since(longAgoOf(session.created))}</span>
          {!session.current && (
            <>
              , <span title={fullTimeOf(session.seen)}>{words.seen(longAgoOf(session.seen))}</span>
            </>
          )}
        </span>
      </div>
      {!session.current && (
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          aria-label={words.endOf(device)}
          onClick={onEnd}
        >
          {words.end}
        </button>
      )}
    </li>
  );
}
