import { useState } from "react";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { BinIcon, PencilIcon, SmileIcon } from "../Icons";
import { useFeature, useLive, useMe } from "../live";
import { edited } from "./editing";
import { RemoveDialog } from "./RemoveDialog";

const OFFERED = ["👍", "❤️", "😂", "🎉", "👀", "✅"];

/** What can be done with a message: only what the server can do and this person may. */
export function MessageActions({ message }: { message: Message }) {
  const live = useLive();
  const { connection } = live;
  const me = useMe();
  const { log } = useStore(live.room(message.room).view);
  const [picking, setPicking] = useState(false);
  const [removing, setRemoving] = useState(false);
  const mine = message.author.id === me.id;
  const moderates = log?.room.role === "owner" || log?.room.role === "moderator";
  const mayPost = log?.room.joined === true && !log.room.archived;
  const edit = useFeature("messages.edit") && mine && mayPost;
  const remove = useFeature("messages.delete") && (mine || moderates);
  const react = useFeature("reactions") && mayPost;
  if (!edit && !remove && !react) return null;
  const add = (emoji: string) => {
    setPicking(false);
    void connection.ask("reaction:add", { room: message.room, id: message.id, emoji });
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
      {react && (
        <button
          type="button"
          className="btn btn-icon"
          aria-label={texts.message.react}
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
        >
          <SmileIcon />
        </button>
      )}
      {edit && (
        <button
          type="button"
          className="btn btn-icon"
          aria-label={texts.message.edit}
          onClick={() => edited.set(message.id)}
        >
          <PencilIcon />
        </button>
      )}
      {remove && (
        <button
          type="button"
          className="btn btn-icon"
          aria-label={texts.message.remove}
          onClick={() => setRemoving(true)}
        >
          <BinIcon />
        </button>
      )}
      {removing && <RemoveDialog message={message} onClose={() => setRemoving(false)} />}
    </div>
  );
}
