import { useSyncExternalStore } from "react";
import { goTo, pathOf, place } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { refusedIn } from "../../room/outgoing";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { AlertIcon, MutedIcon } from "../Icons";
import { useLive } from "../live";
import { useNotifyChoice } from "../notifications/useNotifyChoice";
import { useTitle } from "../roomTitle";
import { RoomMark } from "./RoomMark";

interface Properties {
  label: string;
  rooms: readonly Room[];
  onGo: () => void;
}

export function RoomLinks({ label, rooms, onGo }: Properties) {
  const { room: current } = useStore(place);
  return (
    <ul aria-label={label}>
      {rooms.map((room) => (
        <li key={room.id}>
          <RoomLink room={room} current={room.id === current} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function RoomLink({ room, current, onGo }: { room: Room; current: boolean; onGo: () => void }) {
  const titleOf = useTitle();
  const unsent = useHasUnsent(room.id);
  const muted = useNotifyChoice()(room) === "nothing";
  const unread = current || !room.joined ? 0 : (room.unread ?? 0);
  const mentions = current || !room.joined ? 0 : (room.mentions ?? 0);
  const state = unread === 0 ? "" : muted ? " room-link-muted" : " room-link-unread";
  return (
    <a
      href={pathOf(room.id)}
      className={`room-link${state}`}
      aria-current={current ? "page" : undefined}
      data-room={room.id}
      data-unread={unread}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(room.id);
        onGo();
      }}
    >
      <RoomMark room={room} />
      <bdi className="room-name">{titleOf(room)}</bdi>
      {room.archived && <span className="room-link-note">{texts.rooms.archived}</span>}
      {muted && (
        <span className="room-link-note">
          <MutedIcon />
          <span className="visually-hidden">{texts.rooms.muted}</span>
        </span>
      )}
      {unsent && (
        <span className="room-link-note room-link-unsent" title={texts.rooms.unsent}>
          <AlertIcon />
          <span className="visually-hidden">{texts.rooms.unsent}</span>
        </span>
      )}
      {mentions > 0 && (
        <Count kind="mention" count={mentions} text={texts.rooms.mentions(mentions)} sign="@" />
      )}
      {unread > 0 && (mentions === 0 || unread > mentions) && !muted && (
        <Count kind="unread" count={unread} text={texts.rooms.unread(unread)} sign="" />
      )}
    </a>
  );
}

/** Something of mine was refused there, and waits for me. */
function useHasUnsent(room: number): boolean {
  const { entries } = useLive().outbox;
  return useSyncExternalStore(entries.subscribe, () => refusedIn(room, entries.value).length > 0);
}

function Count({ kind, count, text, sign }: { kind: string; count: number; text: string; sign: string }) {
  return (
    <span className={`room-link-count room-link-count-${kind}`}>
      <span aria-hidden="true">
        {sign}
        {count >= 1_000 ? "999+" : count}
      </span>
      <span className="visually-hidden">{text}</span>
    </span>
  );
}
