import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { DownIcon } from "../Icons";
import { returnFocus } from "../returnFocus";

/** Back to the newest; says how much is new. */
export function NewMessages({ store, onClick }: { store: RoomStore; onClick: () => void }) {
  const { count } = useStore(store.unread);
  return (
    <button
      type="button"
      className={`new-messages${count > 0 ? " new-messages-some" : ""}`}
      data-testid="new-messages"
      aria-label={count > 0 ? `${texts.room.newMessages(count)}. ${texts.room.newest}` : texts.room.newest}
      onClick={() => {
        onClick();
        // It goes at the end.
        returnFocus();
      }}
    >
      {count > 0 && <span>{texts.room.newMessages(count)}</span>}
      <DownIcon />
    </button>
  );
}
