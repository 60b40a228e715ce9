import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Place } from "../../browser/place";
import { useStore } from "../../browser/useStore";
import type { RoomLog } from "../../room/log";
import type { RoomStore } from "../../room/roomStore";
import { bounds, held, newer, NEWEST, older } from "../../room/stretch";
import { timeline } from "../../room/timeline";
import { texts } from "../../texts";
import { useLive, useMe } from "../live";
import { EmptyRoom } from "./EmptyRoom";
import { Days } from "./Days";
import { LogBeginning } from "./LogBeginning";
import { NewMessages } from "./NewMessages";

/** Nearer than this to an end of what is shown, more is fetched. */
const REACH = 800;

/** What was said in a room: whole days of it, as far back as somebody scrolls, never moving under the reader. */
export function MessageLog({ store, log }: { store: RoomStore; log: RoomLog }) {
  const live = useLive();
  const me = useMe();
  const outgoing = useStore(live.outbox.entries);
  const { history } = useStore(store.view);
  const [place] = useState(() => new Place());
  const atEnd = useStore(place.atEnd);
  const [stretch, setStretch] = useState(NEWEST);
  const scroller = useRef<HTMLDivElement>(null);

  const { messages, holes, moreBefore } = log;
  const [from, to] = bounds(messages, stretch);
  const isNewest = to === messages.length;
  const days = useMemo(() => {
    const shown = messages.slice(from, to);
    const oldest = shown[0]?.id ?? 0;
    const newest = to === messages.length ? Infinity : (shown.at(-1)?.id ?? 0);
    return timeline(
      shown,
      holes.filter((hole) => hole.from > oldest && hole.from <= newest),
      to === messages.length ? outgoing.filter((post) => post.room === store.id) : [],
      { id: log.me, name: "" },
    );
  }, [messages, holes, outgoing, from, to, store.id, log.me]);

  const reach = useCallback(() => {
    const list = scroller.current;
    if (list === null || list.clientHeight === 0) return;
    if (place.atEnd.value) setStretch((now) => (now === NEWEST ? now : NEWEST));
    else setStretch((now) => same(now, held(messages, now)));
    if (list.scrollTop < REACH) {
      if (from > 0) setStretch((now) => older(messages, now));
      else if (moreBefore && history === "idle") void store.loadOlder();
    }
    const below = list.scrollHeight - list.clientHeight - list.scrollTop;
    if (below < REACH && !isNewest) setStretch((now) => newer(messages, now));
  }, [place, messages, from, isNewest, moreBefore, history, store]);

  useLayoutEffect(() => (scroller.current ? place.attach(scroller.current) : undefined), [place]);
  useLayoutEffect(() => {
    place.endIsNewest = isNewest;
    place.restore();
    store.lookingBack = !place.atEnd.value;
    reach();
  });

  const toEnd = useCallback(() => {
    setStretch(NEWEST);
    place.endIsNewest = true;
    place.toEnd();
  }, [place]);

  // Whoever posts wants to see it.
  const mine = outgoing.filter((post) => post.room === store.id && post.state === "sending").at(-1)?.key;
  useLayoutEffect(() => {
    if (mine !== undefined) toEnd();
  }, [mine, toEnd]);

  return (
    <div className="log">
      <div
        ref={scroller}
        className="log-scroller"
        role="log"
        // Others' messages are announced one by one elsewhere; loading history must not be read aloud.
        aria-live="off"
        aria-label={texts.room.log(log.room.name)}
        aria-busy={history === "loading"}
        tabIndex={0}
        onScroll={() => {
          place.capture();
          reach();
        }}
      >
        <div className="log-content">
          <LogBeginning
            log={log}
            history={history}
            hidden={from > 0}
            onRetry={() => void store.loadOlder()}
          />
          <Days days={days} me={me} onFill={(hole) => void store.fill(hole)} />
          {messages.length === 0 && days.length === 0 && <EmptyRoom />}
        </div>
      </div>
      <NewMessages messages={messages} me={log.me} atEnd={atEnd && isNewest} onClick={toEnd} />
    </div>
  );
}

function same<T extends object>(before: T, after: T): T {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
