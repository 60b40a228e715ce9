import { isComposing } from "../../browser/composing";
import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { leaveMessage, place } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import type { RoomLog } from "../../room/log";
import { Reader } from "../../reading/reader";
import type { RoomStore } from "../../live/roomStore";
import { bounds, reachesBackTo } from "../../reading/stretch";
import { newestIn } from "../../room/outgoing";
import { timeline } from "../../room/timeline";
import { texts } from "../../texts";
import { useLive, useMe } from "../live";
import { focus, leave, point, walk } from "../message/active";
import { useTitle } from "../roomTitle";
import { TargetContext } from "../message/target";
import { told } from "../told";
import { Days } from "./Days";
import { EmptyRoom } from "./EmptyRoom";
import { LogBeginning } from "./LogBeginning";
import { LogEnd } from "./LogEnd";
import { NewAbove } from "./NewAbove";
import { NewMessages } from "./NewMessages";

/** What was said in a room, as far back as somebody scrolls, never moving under who reads. */
export function MessageLog({ store, log }: { store: RoomStore; log: RoomLog }) {
  const me = useMe();
  const titleOf = useTitle();
  const [reader] = useState(() => new Reader(store));
  const atEnd = useStore(reader.place.atEnd);
  const stretch = useStore(reader.stretch);
  const { history, newAfter } = useStore(store.view);
  const { message: wanted } = useStore(place);
  const address = useStore(place);
  const outgoing = useStore(useLive().outbox.entries);
  const scroller = useRef<HTMLDivElement>(null);

  const { messages, holes, notes } = log;
  const { from, to, low, high } = bounds(log, stretch);
  const isNewest = to === messages.length;
  // Where what is new begins further up, no line belongs here.
  const line = newAfter !== undefined && newAfter >= reachesBackTo(log, stretch) ? newAfter : undefined;
  const days = useMemo(() => {
    const shown = messages.slice(from, to);
    const oldest = from === 0 ? log.start : (shown[0]?.id ?? 0);
    const newest = isNewest ? Infinity : (shown.at(-1)?.id ?? 0);
    return timeline({
      messages: shown,
      holes: holes.filter((hole) => hole.count !== undefined && hole.from > oldest && hole.from <= newest),
      notes: notes.filter((note) => note.position > oldest && note.position <= newest),
      outgoing: isNewest ? outgoing.filter((post) => post.room === store.id) : [],
      me: log.me,
      newAfter: line,
    });
  }, [messages, holes, notes, outgoing, from, to, isNewest, store.id, log.start, log.me, line]);

  useLayoutEffect(() => (scroller.current ? reader.attach(scroller.current) : undefined), [reader]);
  useLayoutEffect(() => reader.laidOut());

  // Whoever posts wants to see it.
  const posted = newestIn(store.id, outgoing);
  useLayoutEffect(() => {
    if (reader.posted(posted)) toNewest(reader);
  }, [posted, reader]);

  useEffect(() => {
    if (wanted === undefined) return;
    void reader.toMessage(wanted).then((found) => {
      if (!found) told.set({ text: texts.room.messageMissing });
    });
    // The same address again, by a click, is a new wish.
  }, [wanted, address, reader]);

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target, currentTarget } = event;
    // A dialog that was opened from here tells of its keys too.
    if (isComposing(event) || !(target instanceof Node) || !currentTarget.contains(target)) return;
    if (key === "Escape") document.getElementById("composer")?.focus();
    if (key !== "ArrowUp" && key !== "ArrowDown") return;
    if (walk(currentTarget, target, key === "ArrowUp" ? "up" : "down")) event.preventDefault();
  };

  return (
    <TargetContext value={reader.target}>
      <div className="log">
        <NewAbove reader={reader} />
        <div
          ref={scroller}
          className="log-scroller"
          role="log"
          // Others' messages are announced one by one elsewhere; history must not be read aloud.
          aria-live="off"
          aria-label={texts.room.log(titleOf(log.room))}
          aria-busy={history === "loading"}
          tabIndex={0}
          onPointerMove={(event: PointerEvent) => point(event)}
          onPointerDown={(event: PointerEvent) => point(event)}
          onPointerLeave={leave}
          onFocus={(event) => focus(event.target)}
          onBlur={blur}
          onKeyDown={press}
          onScroll={() => {
            if (reader.scrolled()) leaveMessage();
          }}
        >
          <div className="log-content">
            <LogBeginning
              log={log}
              history={history}
              more={from > 0 || log.start > 0}
              held={from > low}
              onRetry={() => store.history.scroll({ before: messages[low]?.id ?? log.head + 1 })}
            />
            <Days days={days} me={me} reader={reader} />
            {!isNewest && (
              <LogEnd
                history={history}
                held={to < high}
                onRetry={() => store.history.scroll({ after: messages[high - 1]?.id ?? 0 })}
              />
            )}
            {days.length === 0 && log.start === 0 && <EmptyRoom archived={log.room.archived} />}
          </div>
        </div>
        {!(atEnd && isNewest) && <NewMessages store={store} onClick={() => toNewest(reader)} />}
      </div>
    </TargetContext>
  );
}

function toNewest(reader: Reader): void {
  leaveMessage();
  reader.toNewest();
}

/** A dialog gives the focus back, so it has not gone from the list. */
function blur({ currentTarget, relatedTarget }: FocusEvent): void {
  if (!(relatedTarget instanceof Element) || relatedTarget.closest('[role="dialog"]') !== null) return;
  if (!currentTarget.contains(relatedTarget)) focus(null);
}
