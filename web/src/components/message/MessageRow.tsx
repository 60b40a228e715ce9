import { memo, useId } from "react";
import { fullTimeOf, shortTimeOf, timeOf } from "../../browser/clock";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { Avatar } from "../Avatar";
import { useIsActive } from "./active";
import { Markdown } from "./Markdown";
import { MessageActions } from "./MessageActions";
import { Reactions } from "./Reactions";
import { useIsEdited } from "./editing";
import { MessageEditor } from "./MessageEditor";
import { Quoted } from "./Quoted";
import { useIsTarget } from "./target";

/** A message that is in the room's log. */
export const MessageRow = memo(function MessageRow({ message, head }: { message: Message; head: boolean }) {
  const { author, at } = message;
  const textId = useId();
  const editing = useIsEdited(message.id);
  const isTarget = useIsTarget(message.id);
  const isActive = useIsActive(`${message.id}`);
  return (
    <div
      className={`message${head ? " message-head" : ""}${isTarget ? " message-target" : ""}`}
      data-testid="message"
      data-state="sent"
      data-message={message.id}
      data-position={message.id}
      data-key={message.key}
      data-row={message.id}
      role="article"
      aria-label={texts.message.said(author.name, timeOf(at))}
      aria-describedby={editing ? undefined : textId}
      tabIndex={-1}
    >
      {head ? (
        <Avatar id={author.id} name={author.name} />
      ) : (
        <Time at={at} className="message-side-time" hidden />
      )}
      <div className="message-body">
        {head && (
          <div className="message-by">
            <bdi className="message-author">{author.name}</bdi> <Time at={at} />
          </div>
        )}
        {message.replyTo !== undefined && message.deleted === undefined && (
          <Quoted room={message.room} id={message.replyTo} />
        )}
        <div className="message-text" id={textId} data-anchor="">
          {editing ? <MessageEditor message={message} /> : <Text message={message} />}
        </div>
        <Reactions message={message} />
      </div>
      {isActive && !editing && message.deleted === undefined && <MessageActions message={message} />}
    </div>
  );
});

function Text({ message: { text, deleted, edited } }: { message: Message }) {
  if (deleted !== undefined) return <p className="message-deleted">{texts.message.deleted}</p>;
  return (
    <>
      <Markdown text={text} />
      {edited !== undefined && (
        <span className="message-edited" title={fullTimeOf(edited)}>
          ({texts.message.edited})
        </span>
      )}
    </>
  );
}

export function Time({
  at,
  className = "",
  hidden = false,
}: {
  at: number;
  className?: string;
  hidden?: boolean;
}) {
  return (
    <time
      className={`message-time ${className}`}
      dateTime={new Date(at).toISOString()}
      title={fullTimeOf(at)}
      aria-hidden={hidden || undefined}
    >
      {hidden ? shortTimeOf(at) : timeOf(at)}
    </time>
  );
}
