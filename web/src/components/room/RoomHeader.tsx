import type { RoomView } from "../../room/roomView";
import { texts } from "../../texts";
import { MenuIcon, PeopleIcon } from "../Icons";
import { RoomDetailsButton } from "../roomdetails/RoomDetailsButton";
import { RoomName } from "../RoomName";

interface Properties {
  name: string;
  view: RoomView;
  peopleShown: boolean;
  onMenu: () => void;
  onPeople: () => void;
}

export function RoomHeader({ name, view, peopleShown, onMenu, onPeople }: Properties) {
  const topic = view.log?.room.topic ?? "";
  return (
    <header className="room-header">
      <button type="button" className="btn btn-icon d-lg-none" aria-label={texts.rooms.menu} onClick={onMenu}>
        <MenuIcon />
      </button>
      <div className="room-title">
        <h1>
          {name === "" ? (
            view.status === "refused" || view.status === "closed" ? (
              texts.product
            ) : (
              texts.loading
            )
          ) : (
            <RoomName room={{ name }} />
          )}
        </h1>
        {topic !== "" && (
          <p title={topic}>
            <bdi>{topic}</bdi>
          </p>
        )}
      </div>
      {view.status === "ready" && <RoomDetailsButton />}
      {view.status === "ready" && (
        <button
          type="button"
          className="btn people-button"
          aria-label={`${peopleShown ? texts.people.hide : texts.people.show}, ${texts.people.count(view.online)}`}
          aria-expanded={peopleShown}
          onClick={onPeople}
        >
          <PeopleIcon />
          <span>{view.online.toLocaleString()}</span>
        </button>
      )}
    </header>
  );
}
