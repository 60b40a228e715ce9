import { memo, useId, useState } from "react";
import { useCountdown } from "../../browser/useCountdown";
import { useStore } from "../../browser/useStore";
import { timeOf } from "../../browser/clock";
import { isReturnable, type Outgoing } from "../../room/outgoing";
import { texts } from "../../texts";
import type { Person } from "../../wire";
import { Avatar } from "../Avatar";
import { AlertIcon, ClockIcon } from "../Icons";
import { useLive } from "../live";
import { returnFocus } from "../returnFocus";
import { Markdown } from "./Markdown";
import { Time } from "./MessageRow";
import { Quoted } from "./Quoted";
import { returned } from "./returning";
import { whyNot } from "./whyNot";

/** A post of mine on its way, or one that did not get there. */
export const OutgoingRow = memo(function OutgoingRow({
  outgoing,
  head,
  me,
}: {
  outgoing: Outgoing;
  head: boolean;
  me: Person;
}) {
  const { key, text, at, state } = outgoing;
  const textId = useId();
  const whyId = useId();
  return (
    <div
      className={`message message-${state}${head ? " message-head" : ""}`}
      data-testid="message"
      data-state={state}
      data-position={outgoing.position}
      data-key={key}
      data-row={key}
      role="article"
      aria-label={texts.message.said(me.name, timeOf(at))}
      aria-describedby={state === "failed" ? `${textId} ${whyId}` : textId}
      tabIndex={-1}
    >
      {head ? (
        <Avatar id={me.id} name={me.name} />
      ) : (
        <span className="message-side-time">{state === "sending" && <ClockIcon />}</span>
      )}
      <div className="message-body">
        {head && (
          <div className="message-by">
            <bdi className="message-author">{me.name}</bdi>{" "}
            {state === "sending" ? (
              <span className="message-time">{texts.message.sending}</span>
            ) : (
              <Time at={at} />
            )}
          </div>
        )}
        {outgoing.replyTo !== undefined && <Quoted room={outgoing.room} id={outgoing.replyTo} />}
        <div className="message-text" id={textId} data-anchor="">
          <Markdown text={text} />
        </div>
        {state === "failed" && <Failed outgoing={outgoing} whyId={whyId} />}
      </div>
    </div>
  );
});

function Failed({ outgoing, whyId }: { outgoing: Outgoing; whyId: string }) {
  const { key, room, failure } = outgoing;
  const live = useLive();
  const { outbox } = live;
  const { log } = useStore(live.room(room).view);
  const mayWrite = log?.room.joined === true && !log.room.archived;
  const refused = failure?.reason === "refused";
  const wait = useCountdown(failure?.reason === "later" ? failure.until : undefined);
  const [isKept, setKept] = useState(false);
  const rewrite = () => {
    const back = outbox.takeBack(key);
    setKept(back === undefined);
    returned.set(back);
  };
  return (
    <div
      className={`message-failure${refused ? "" : " message-failure-waiting"}`}
      role="group"
      aria-label={texts.message.notSent}
    >
      <span className="message-failure-why">
        {refused ? <AlertIcon /> : <ClockIcon />}
        <span id={whyId}>{whyNot(failure)}</span>
      </span>
      <span role="status">{isKept && texts.message.notReturned}</span>
      <span className="message-failure-actions">
        {isReturnable(outgoing) && mayWrite && (
          <button type="button" className="btn btn-sm btn-quiet" onClick={rewrite}>
            {texts.message.rewrite}
          </button>
        )}
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          aria-disabled={wait > 0}
          onClick={() => {
            if (wait > 0) return;
            outbox.retry(key);
            returnFocus();
          }}
        >
          {wait > 0 ? texts.message.retryIn(wait) : texts.message.retry}
        </button>
        <button
          type="button"
          className="btn btn-sm btn-quiet"
          onClick={() => {
            outbox.discard(key);
            returnFocus();
          }}
        >
          {texts.message.discard}
        </button>
      </span>
    </div>
  );
}
