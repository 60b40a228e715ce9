import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { draftOf, keepDraft } from "../../browser/drafts";
import { codePoints, LONGEST } from "../../message/length";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { GrowingTextarea } from "../GrowingTextarea";
import { SendIcon } from "../Icons";
import { useFeature, useLive } from "../live";
import { edited } from "../message/editing";
import { useBrake } from "./useBrake";

/** From here on the counter shows. */
const NEAR_THE_END = 500;
const TYPING_EVERY_MS = 3_000;

/** Where a message is written. What cannot be sent now stays in it. */
export function Composer({ room }: { room: Room }) {
  const live = useLive();
  const { account, connection, outbox } = live;
  const [text, setText] = useState(() => draftOf(account.id, room.id));
  const area = useRef<HTMLTextAreaElement>(null);
  const said = useRef(0);
  const noteId = useId();
  const brake = useBrake(room);
  const tellsTyping = useFeature("typing");
  const mayEdit = useFeature("messages.edit");

  useEffect(() => keepDraft(account.id, room.id, text), [account.id, room.id, text]);
  useEffect(() => {
    // On a phone this would open the keyboard over what one came to read.
    if (window.matchMedia("(pointer: fine)").matches) area.current?.focus();
  }, []);

  const left = text.length > LONGEST - NEAR_THE_END ? LONGEST - codePoints(text) : LONGEST;
  const sendable = text.trim() !== "" && left >= 0 && brake === undefined;

  const send = () => {
    if (!sendable) return;
    outbox.post(room.id, text);
    setText("");
    area.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp" && text === "" && editsLast()) event.preventDefault();
    // An Enter that ends the composition of a character sends nothing.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  /** The last thing I said is the one most often corrected. */
  const editsLast = () => {
    const messages = live.room(room.id).view.value.log?.messages ?? [];
    const last = messages.findLast(
      (message) => message.author.id === account.id && message.deleted === undefined,
    );
    if (!mayEdit || last === undefined) return false;
    edited.set(last.id);
    return true;
  };
  const change = (value: string) => {
    setText(value);
    if (!tellsTyping || value === "" || Date.now() - said.current < TYPING_EVERY_MS) return;
    said.current = Date.now();
    connection.say("typing", { room: room.id });
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className={`composer-box${left < 0 ? " composer-box-over" : ""}`}>
        <GrowingTextarea
          ref={area}
          id="composer"
          className="composer-text"
          aria-label={texts.composer.label}
          aria-describedby={noteId}
          aria-invalid={left < 0}
          placeholder={texts.composer.placeholder(room.name)}
          value={text}
          dir="auto"
          enterKeyHint="send"
          onChange={(event) => change(event.target.value)}
          onKeyDown={press}
        />
        <button type="submit" className="composer-send" aria-label={texts.composer.send} disabled={!sendable}>
          <SendIcon />
        </button>
      </div>
      <div className="composer-note" id={noteId}>
        {brake !== undefined && left >= 0 ? (
          <span className="composer-brake" role="status" data-testid="brake">
            {brake}
          </span>
        ) : left < NEAR_THE_END ? (
          <span className={left < 0 ? "composer-over" : ""} data-testid="counter">
            {left < 0 ? texts.composer.tooLong(-left) : texts.composer.left(left)}
          </span>
        ) : (
          <span className="composer-hint">{texts.composer.hint}</span>
        )}
      </div>
    </form>
  );
}
