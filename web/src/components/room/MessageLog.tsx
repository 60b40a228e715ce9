import { type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useStore } from "../../browser/useStore";
import type { RoomLog } from "../../room/log";
import { Reader } from "../../reading/reader";
import type { RoomStore } from "../../live/roomStore";
import { bounds } from "../../reading/stretch";
import { timeline } from "../../room/timeline";
import { texts } from "../../texts";
import { useLive, useMe } from "../live";
import { leave, point, walk } from "../message/active";
import { Days } from "./Days";
import { EmptyRoom } from "./EmptyRoom";
import { LogBeginning } from "./LogBeginning";
import { NewMessages } from "./NewMessages";

/** What was said in a room, as far back as somebody scrolls, never moving under who reads. */
export function MessageLog({ store, log }: { store: RoomStore; log: RoomLog }) {
  const me = useMe();
  const [reader] = useState(() => new Reader(store));
  const atEnd = useStore(reader.place.atEnd);
  const stretch = useStore(reader.stretch);
  const { history, newAfter } = useStore(store.view);
  const outgoing = useStore(useLive().outbox.entries);
  const scroller = useRef<HTMLDivElement>(null);

  const { messages, holes } = log;
  const [from, to] = bounds(messages, stretch);
  const days = useMemo(() => {
    const shown = messages.slice(from, to);
    const isNewest = to === messages.length;
    const oldest = shown[0]?.id ?? 0;
    const newest = isNewest ? Infinity : (shown.at(-1)?.id ?? 0);
    return timeline(
      shown,
      holes.filter((hole) => hole.from > oldest && hole.from <= newest),
      isNewest ? outgoing.filter((post) => post.room === store.id) : [],
      log.me,
      newAfter,
    );
  }, [messages, holes, outgoing, from, to, store.id, log.me, newAfter]);

  useLayoutEffect(() => (scroller.current ? reader.attach(scroller.current) : undefined), [reader]);
  useLayoutEffect(() => reader.laidOut());

  // Whoever posts wants to see it.
  const posting = outgoing.findLast((post) => post.room === store.id && post.state === "sending")?.key;
  useLayoutEffect(() => {
    if (posting !== undefined) reader.toNewest();
  }, [posting, reader]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget } = event;
    if (key === "Escape") document.getElementById("composer")?.focus();
    if (key !== "ArrowUp" && key !== "ArrowDown") return;
    if (walk(currentTarget, target, key === "ArrowUp" ? "up" : "down")) event.preventDefault();
  };

  return (
    <div className="log">
      <div
        ref={scroller}
        className="log-scroller"
        role="log"
        // Others' messages are announced one by one elsewhere; history must not be read aloud.
        aria-live="off"
        aria-label={texts.room.log(log.room.name)}
        aria-busy={history === "loading"}
        tabIndex={0}
        onPointerOver={(event) => point(event.target)}
        onPointerLeave={leave}
        onFocus={(event) => point(event.target)}
        onKeyDown={press}
        onScroll={() => reader.scrolled()}
      >
        <div className="log-content">
          <LogBeginning
            log={log}
            history={history}
            hidden={from > 0}
            onRetry={() => void store.loadOlder()}
          />
          <Days days={days} me={me} store={store} />
          {days.length === 0 && !log.moreBefore && <EmptyRoom />}
        </div>
      </div>
      <NewMessages
        messages={messages}
        me={log.me}
        atEnd={atEnd && to === messages.length}
        onClick={() => reader.toNewest()}
      />
    </div>
  );
}
