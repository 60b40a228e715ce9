import { lazy, Suspense, useState } from "react";
import { goTo, place } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { PencilIcon, PlusIcon } from "../Icons";
import { useFeature, useLive } from "../live";
import { byTitle, useTitle } from "../roomTitle";
import { Unreached } from "../Unreached";
import { RoomFilter } from "./RoomFilter";
import { RoomLinks } from "./RoomLinks";
import { useRoomsFound, withFound } from "./useRoomsFound";

const OpenRoomDialog = lazy(() => import("./OpenRoomDialog"));
const WriteDialog = lazy(() => import("./WriteDialog"));

const words = texts.rooms;
/** With fewer there is nothing to look for. */
const MANY = 8;

/** The rooms to go to: mine, those with a few people, and the public ones I might join. */
export function Rooms({ onGo }: { onGo: () => void }) {
  const { rooms: list } = useLive();
  const { status, rooms, more } = useStore(list.view);
  const { room: current } = useStore(place);
  const titleOf = useTitle();
  const direct = useFeature("rooms.direct");
  const [wanted, setWanted] = useState("");
  const [onlyUnread, setOnlyUnread] = useState(false);
  const [dialog, setDialog] = useState<"open" | "write">();

  const letters = wanted.trim().toLocaleLowerCase();
  const asked = useRoomsFound(wanted);
  const found = withFound(rooms, asked.found)
    .filter((room) => !room.archived || room.id === current || (letters !== "" && room.joined))
    .filter((room) => titleOf(room).toLocaleLowerCase().includes(letters))
    .filter((room) => !onlyUnread || (room.joined && (room.unread ?? 0) > 0))
    .sort(byTitle(titleOf));
  // What is archived is only found by its name.
  const isPutAway = [...rooms.values()].some((room) => room.archived && room.joined);
  const directs = found.filter((room) => room.visibility === "direct");
  const mine = found.filter((room) => room.joined && room.visibility !== "direct");
  const others = found.filter((room) => !room.joined && room.visibility !== "direct");

  const closeDialog = () => setDialog(undefined);
  const opened = (room: Room) => {
    list.notice({ room });
    closeDialog();
    goTo(room.id);
    onGo();
  };

  return (
    <nav className="rooms" aria-label={words.title} data-testid="rooms">
      {(rooms.size > MANY || more || isPutAway || wanted !== "" || onlyUnread) && (
        <RoomFilter
          wanted={wanted}
          onWanted={setWanted}
          onlyUnread={onlyUnread}
          onOnlyUnread={setOnlyUnread}
        />
      )}
      <div className="rooms-head">
        <h2>{words.mine}</h2>
        <button
          type="button"
          className="btn btn-icon"
          aria-label={words.open}
          onClick={() => setDialog("open")}
        >
          <PlusIcon />
        </button>
      </div>
      <RoomLinks label={words.mine} rooms={mine} onGo={onGo} />
      {(direct || directs.length > 0) && (
        <>
          <div className="rooms-head rooms-next">
            <h2>{words.directs}</h2>
            {direct && (
              <button
                type="button"
                className="btn btn-icon"
                aria-label={words.write}
                onClick={() => setDialog("write")}
              >
                <PencilIcon />
              </button>
            )}
          </div>
          <RoomLinks label={words.directs} rooms={directs} onGo={onGo} />
        </>
      )}
      {others.length > 0 && (
        <>
          <div className="rooms-head rooms-next">
            <h2>{words.others}</h2>
          </div>
          <RoomLinks label={words.others} rooms={others} onGo={onGo} />
        </>
      )}
      {asked.status === "failed" && <p className="rooms-note">{words.notAsked}</p>}
      {status === "ready" && asked.status === "answered" && found.length === 0 && (
        <p className="rooms-note">{onlyUnread && letters === "" ? words.noneUnread : words.none}</p>
      )}
      {status === "failed" && (
        <p className="rooms-note">
          {words.failed}{" "}
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => void list.reload()}>
            {texts.tryAgain}
          </button>
        </p>
      )}
      {asked.found.more && <p className="rooms-note">{words.moreFound}</p>}
      {more && letters === "" && !onlyUnread && (
        <button
          type="button"
          className="btn btn-sm btn-quiet rooms-more"
          onClick={() => void list.loadMore()}
        >
          {words.more}
        </button>
      )}
      {dialog !== undefined && (
        <Unreached onClose={closeDialog}>
          <Suspense>
            {dialog === "open" && <OpenRoomDialog onClose={closeDialog} onOpened={opened} />}
            {dialog === "write" && <WriteDialog onClose={closeDialog} onOpened={opened} />}
          </Suspense>
        </Unreached>
      )}
    </nav>
  );
}
