import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { CloseIcon, ReplyIcon } from "../Icons";
import { QuoteText, useQuote } from "../message/Quoted";
import { replyToNothing } from "../message/replying";
import { returnFocus } from "../returnFocus";

/** What the next message answers, above where it is written. */
export function ReplyingTo({ store, id }: { store: RoomStore; id: number }) {
  const quote = useQuote(store, id);
  return (
    <div className="replying" data-testid="replying">
      <ReplyIcon />
      <span className="visually-hidden">{texts.composer.answering}</span>
      <span className="replying-to">
        <QuoteText quote={quote} />
      </span>
      <button
        type="button"
        className="btn btn-icon"
        aria-label={texts.composer.answerNothing}
        onClick={() => {
          replyToNothing(store.id);
          returnFocus();
        }}
      >
        <CloseIcon />
      </button>
    </div>
  );
}
