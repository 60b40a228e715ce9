import { useState } from "react";
import { goTo, pathOf, place } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { PlusIcon } from "../Icons";
import { useLive } from "../live";
import { RoomName } from "../RoomName";
import { OpenRoomDialog } from "./OpenRoomDialog";

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
/** With fewer there is nothing to look for. */
const MANY = 8;

/** The rooms to go to: mine first. */
export function Rooms({ onGo }: { onGo: () => void }) {
  const { rooms: list } = useLive();
  const { status, rooms, more } = useStore(list.view);
  const [wanted, setWanted] = useState("");
  const [opening, setOpening] = useState(false);

  const found = [...rooms.values()]
    .filter((room) => room.name.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()))
    .filter((room) => !room.archived || room.joined)
    .sort((a, b) => byName.compare(a.name, b.name));
  const mine = found.filter((room) => room.joined);
  const others = found.filter((room) => !room.joined);

  return (
    <nav className="rooms" aria-label={texts.rooms.title} data-testid="rooms">
      <div className="rooms-head">
        <h2>{texts.rooms.mine}</h2>
        <button
          type="button"
          className="btn btn-icon"
          aria-label={texts.rooms.open}
          onClick={() => setOpening(true)}
        >
          <PlusIcon />
        </button>
      </div>
      {(rooms.size > MANY || wanted !== "") && (
        <input
          type="search"
          className="form-control rooms-find"
          aria-label={texts.rooms.find}
          placeholder={texts.rooms.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <RoomLinks rooms={mine} onGo={onGo} />
      {others.length > 0 && (
        <>
          <h2 className="rooms-others">{texts.rooms.others}</h2>
          <RoomLinks rooms={others} onGo={onGo} />
        </>
      )}
      {status === "ready" && found.length === 0 && wanted !== "" && (
        <p className="rooms-note">{texts.rooms.none}</p>
      )}
      {status === "failed" && (
        <p className="rooms-note">
          {texts.rooms.failed}{" "}
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => void list.reload()}>
            {texts.tryAgain}
          </button>
        </p>
      )}
      {more && (
        <button
          type="button"
          className="btn btn-sm btn-quiet rooms-more"
          onClick={() => void list.loadMore()}
        >
          {texts.rooms.more}
        </button>
      )}
      {opening && (
        <OpenRoomDialog
          onClose={() => setOpening(false)}
          onOpened={(room) => {
            list.notice({ room });
            setOpening(false);
            goTo(room.id);
            onGo();
          }}
        />
      )}
    </nav>
  );
}

function RoomLinks({ rooms, onGo }: { rooms: readonly Room[]; onGo: () => void }) {
  const { room: current } = useStore(place);
  return (
    <ul>
      {rooms.map((room) => (
        <li key={room.id}>
          <a
            href={pathOf(room.id)}
            className={`room-link${(room.unread ?? 0) > 0 && room.id !== current ? " room-link-unread" : ""}`}
            aria-current={room.id === current ? "page" : undefined}
            data-room={room.id}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              goTo(room.id);
              onGo();
            }}
          >
            <RoomName room={room} />
            {room.archived && <span className="room-link-note">{texts.rooms.archived}</span>}
            {room.id !== current && <Unread count={room.unread ?? 0} />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Unread({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className="room-link-count">
      <span aria-hidden="true">{count >= 1_000 ? "999+" : count}</span>
      <span className="visually-hidden">{texts.rooms.unread(count)}</span>
    </span>
  );
}
