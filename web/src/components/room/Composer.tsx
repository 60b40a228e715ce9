import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { isComposing } from "../../browser/composing";
import { answerOf, draftOf, keepAnswer, keepDraft } from "../../browser/drafts";
import { useStore } from "../../browser/useStore";
import { steady } from "../../clocks";
import type { RoomStore } from "../../live/roomStore";
import { codePoints, LONGEST } from "../../message/length";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { GrowingTextarea } from "../GrowingTextarea";
import { SendIcon } from "../Icons";
import { useFeature, useLive } from "../live";
import { edit } from "../message/editing";
import { replies, replyToNothing } from "../message/replying";
import { returned } from "../message/returning";
import { useTitle } from "../roomTitle";
import { MentionList } from "./MentionList";
import { ReplyingTo } from "./ReplyingTo";
import { useBrake } from "./useBrake";
import { useMentioning } from "./useMentioning";

/** From here on the counter shows. */
const NEAR_THE_END = 500;
const TYPING_EVERY_MS = 3_000;

/** Where a message is written. What cannot be sent now stays in it. */
export function Composer({ store, room }: { store: RoomStore; room: Room }) {
  const live = useLive();
  const { account, connection, outbox } = live;
  const [text, setText] = useState(() => draftOf(account.id, room.id));
  const area = useRef<HTMLTextAreaElement>(null);
  const said = useRef(-Infinity);
  const noteId = useId();
  const listId = useId();
  const answered = useStore(replies).get(room.id);
  const titleOf = useTitle();
  const brake = useBrake(room);
  const tellsTyping = useFeature("typing");
  const mayEdit = useFeature("messages.edit");

  useEffect(() => keepDraft(account.id, room.id, text), [account.id, room.id, text]);
  useEffect(() => {
    const kept = answerOf(account.id, room.id);
    if (kept === undefined) replyToNothing(room.id);
    else replies.set(new Map(replies.value).set(room.id, kept));
    return replies.subscribe(() => keepAnswer(account.id, room.id, replies.value.get(room.id)));
  }, [account.id, room.id]);
  useEffect(
    () =>
      returned.subscribe(() => {
        const back = returned.value;
        if (back?.room !== room.id) return;
        returned.set(undefined);
        // What is being written stays, behind it, and so does what it answers.
        const begun = area.current?.value ?? "";
        const isFree = begun.trim() === "";
        setText(isFree ? back.text : `${back.text}\n${begun}`);
        if (back.replyTo !== undefined) replies.set(new Map(replies.value).set(room.id, back.replyTo));
        else if (isFree) replyToNothing(room.id);
        area.current?.focus();
      }),
    [room.id],
  );
  useEffect(() => {
    // A draft is gone on with where it ends.
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    // On a phone this would open the keyboard over what one came to read.
    if (window.matchMedia("(pointer: fine)").matches) area.current?.focus();
  }, []);

  const left = text.length > LONGEST - NEAR_THE_END ? LONGEST - codePoints(text) : LONGEST;
  const sendable = text.trim() !== "" && left >= 0 && brake === undefined;

  const send = () => {
    if (!sendable) return;
    outbox.post(room.id, text, answered);
    setText("");
    replyToNothing(room.id);
    area.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (mentioning.press(event)) return;
    if (event.key === "Escape" && !isComposing(event)) replyToNothing(room.id);
    if (event.key === "ArrowUp" && text === "" && editsLast()) event.preventDefault();
    // An Enter that ends the composition of a character sends nothing.
    if (event.key !== "Enter" || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    send();
  };
  /** The last thing I said is the one most often corrected. */
  const editsLast = () => {
    const messages = store.view.value.log?.messages ?? [];
    const last = messages.findLast(
      (message) => message.author.id === account.id && message.deleted === undefined,
    );
    if (!mayEdit || last === undefined) return false;
    edit(last);
    return true;
  };
  const change = (value: string) => {
    setText(value);
    if (!tellsTyping || value === "" || steady() - said.current < TYPING_EVERY_MS) return;
    said.current = steady();
    connection.say("typing", { room: room.id });
  };
  const mentioning = useMentioning(area, store, change);
  const { chosen } = mentioning;

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionList id={listId} mentioning={mentioning} />
      {answered !== undefined && <ReplyingTo store={store} id={answered} />}
      <div className={`composer-box${left < 0 ? " composer-box-over" : ""}`}>
        <GrowingTextarea
          ref={area}
          id="composer"
          className="composer-text"
          aria-label={texts.composer.label}
          aria-describedby={noteId}
          aria-invalid={left < 0}
          placeholder={texts.composer.placeholder(titleOf(room))}
          value={text}
          dir="auto"
          enterKeyHint="send"
          aria-autocomplete="list"
          aria-controls={chosen === undefined ? undefined : listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
          onChange={(event) => {
            change(event.target.value);
            mentioning.look();
          }}
          onSelect={mentioning.look}
          onKeyDown={press}
        />
        <button type="submit" className="composer-send" aria-label={texts.composer.send} disabled={!sendable}>
          <SendIcon />
        </button>
      </div>
      <span className="visually-hidden" role="status" data-testid="brake-said">
        {brake?.said}
      </span>
      <div className="composer-note" id={noteId}>
        {brake !== undefined && left >= 0 ? (
          <span className="composer-brake" data-testid="brake">
            {brake.text}
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
