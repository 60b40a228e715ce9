import { type ReactNode, useRef, useState } from "react";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { BinIcon, LinkIcon, PencilIcon, ReplyIcon, SmileIcon } from "../Icons";
import { useFeature, useLive, useMe } from "../live";
import { edit, removed } from "./editing";
import { copyLink } from "./link";
import { react } from "./reacting";
import { replyTo } from "./replying";

const OFFERED = ["👍", "❤️", "😂", "🎉", "👀", "✅"];

/** What can be done with a message: only what the server can do and this person may. */
export function MessageActions({ message }: { message: Message }) {
  const live = useLive();
  const { connection } = live;
  const me = useMe();
  const { log } = useStore(live.room(message.room).view);
  const [picking, setPicking] = useState(false);
  const mine = message.author.id === me.id;
  const moderates = log?.room.role === "owner" || log?.room.role === "moderator";
  const mayPost = log?.room.joined === true && !log.room.archived;
  const edits = useFeature("messages.edit") && mine && mayPost;
  const removes = useFeature("messages.delete") && (mine || moderates);
  const reacts = useFeature("reactions") && mayPost;
  const smile = useRef<HTMLButtonElement>(null);
  const add = (emoji: string) => {
    // The one that was pressed goes.
    smile.current?.focus();
    setPicking(false);
    void react(connection, "reaction:add", message, emoji);
  };
  return (
    <div className="message-actions" role="group" aria-label={texts.message.actions}>
      {picking &&
        OFFERED.map((emoji) => (
          <button
            key={emoji}
            type="button"
            className="btn btn-icon"
            aria-label={emoji}
            onClick={() => add(emoji)}
          >
            {emoji}
          </button>
        ))}
      {reacts && (
        <button
          ref={smile}
          type="button"
          className="btn btn-icon"
          aria-label={texts.message.react}
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
        >
          <SmileIcon />
        </button>
      )}
      {mayPost && (
        <Action label={texts.message.reply} onClick={() => replyTo(message)}>
          <ReplyIcon />
        </Action>
      )}
      {edits && (
        <Action label={texts.message.edit} onClick={() => edit(message)}>
          <PencilIcon />
        </Action>
      )}
      <Action label={texts.message.copyLink} onClick={() => void copyLink(message)}>
        <LinkIcon />
      </Action>
      {removes && (
        <Action label={texts.message.remove} onClick={() => removed.set(message)}>
          <BinIcon />
        </Action>
      )}
    </div>
  );
}

function Action({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="btn btn-icon" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
