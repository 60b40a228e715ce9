import { useState } from "react";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { DownIcon } from "../Icons";

interface Properties {
  messages: readonly Message[];
  me: number;
  atEnd: boolean;
  onClick: () => void;
}

/** Back to the newest; says how much was said meanwhile. */
export function NewMessages({ messages, me, atEnd, onClick }: Properties) {
  const newest = messages.at(-1)?.id ?? 0;
  const [seen, setSeen] = useState(newest);
  if (atEnd && seen !== newest) setSeen(newest);
  if (atEnd) return null;
  let count = 0;
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index];
    if (message === undefined || message.id <= seen) break;
    if (message.author.id !== me) count++;
  }
  return (
    <button
      type="button"
      className={`new-messages${count > 0 ? " new-messages-some" : ""}`}
      data-testid="new-messages"
      aria-label={count > 0 ? `${texts.room.newMessages(count)}. ${texts.room.newest}` : texts.room.newest}
      onClick={onClick}
    >
      {count > 0 && <span>{texts.room.newMessages(count)}</span>}
      <DownIcon />
    </button>
  );
}
