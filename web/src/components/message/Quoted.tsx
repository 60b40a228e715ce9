import { useEffect, useSyncExternalStore } from "react";
import { useStore } from "../../browser/useStore";
import { goTo } from "../../browser/location";
import type { RoomStore } from "../../live/roomStore";
import { messageAt } from "../../room/log";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { useLive } from "../live";
import { ReplyIcon } from "../Icons";

const LONGEST = 160;

type Known = Message | "missing" | "failed" | undefined;

/** The message that another answers to: held here, or fetched; undefined until it is known. */
export function useQuote(store: RoomStore, id: number): Known {
  const { view, quotes } = store;
  const held = useSyncExternalStore(view.subscribe, () => {
    const { log } = view.value;
    return log === undefined ? undefined : messageAt(log, id);
  });
  const fetched = useStore(quotes.view).get(id);
  // It may be forgotten again while it is on the page.
  const unknown = held === undefined && fetched === undefined;
  useEffect(() => {
    if (held === undefined) quotes.ask(id);
    // Also what could not be loaded, whenever it comes onto the page.
  }, [unknown, held, quotes, id]);
  return held ?? (fetched === "asked" ? undefined : fetched);
}

/** The line above an answer, which leads to what it answers. Of one height, whatever it says. */
export function Quoted({ room, id }: { room: number; id: number }) {
  const quote = useQuote(useLive().room(room), id);
  return (
    <button type="button" className="quoted" data-testid="quoted" onClick={() => goTo(room, id)}>
      <ReplyIcon />
      <span className="visually-hidden">{texts.message.answers}</span>
      <QuoteText quote={quote} />
    </button>
  );
}

export function QuoteText({ quote }: { quote: Known }) {
  if (quote === undefined) return <span>{texts.loading}</span>;
  if (quote === "missing") return <em>{texts.message.quoteMissing}</em>;
  if (quote === "failed") return <em>{texts.message.quoteFailed}</em>;
  if (quote.deleted !== undefined) return <em>{texts.message.deleted}</em>;
  return (
    <>
      <bdi className="quoted-author">{quote.author.name}</bdi>
      <bdi className="quoted-text">{quote.text.replace(/\s+/gu, " ").slice(0, LONGEST)}</bdi>
    </>
  );
}
