import { useStore } from "../../browser/useStore";
import type { Reader } from "../../reading/reader";
import { texts } from "../../texts";
import { UpIcon } from "../Icons";
import { returnFocus } from "../returnFocus";

/** What is new begins further up: the way there, and out of it. */
export function NewAbove({ reader }: { reader: Reader }) {
  const shown = useStore(reader.newAbove);
  const { count } = useStore(reader.store.unread);
  if (!shown || count === 0) return null;
  return (
    <div
      className="new-above"
      role="group"
      aria-label={texts.room.newMessages(count)}
      data-testid="new-above"
    >
      <button type="button" className="btn" onClick={() => void reader.toFirstNew()}>
        <UpIcon />
        <span>{texts.room.newMessages(count)}</span>
        <span className="visually-hidden">{texts.room.toFirstNew}</span>
      </button>
      <button
        type="button"
        className="btn"
        onClick={() => {
          reader.markRead();
          returnFocus();
        }}
      >
        {texts.room.markRead}
      </button>
    </div>
  );
}
