import { desktop, turnOff, turnOn } from "../../browser/notifications";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import { byTitle, useTitle } from "../roomTitle";
import { useLive } from "../live";
import { NotifySelect } from "../notifications/NotifySelect";

const words = texts.settings.notifications;

export function NotificationsSection() {
  const { rooms } = useStore(useLive().rooms.view);
  const titleOf = useTitle();
  const state = useStore(desktop);
  const mine = [...rooms.values()].filter((room) => room.joined && !room.archived).sort(byTitle(titleOf));
  return (
    <>
      <h3>{words.desktop}</h3>
      <div className="setting">
        <p>{words[state]}</p>
        {state === "off" && (
          <button type="button" className="btn btn-primary" onClick={() => void turnOn()}>
            {words.turnOn}
          </button>
        )}
        {state === "on" && (
          <button type="button" className="btn btn-quiet" onClick={turnOff}>
            {words.turnOff}
          </button>
        )}
      </div>
      <h3>{words.rooms}</h3>
      <p className="panel-intro">{words.roomsHint}</p>
      <ul className="rows" aria-label={words.rooms}>
        {mine.map((room) => (
          <li key={room.id} className="row-item">
            <div className="row-main">
              <bdi className="row-name">{titleOf(room)}</bdi>
            </div>
            <NotifySelect room={room} name={titleOf(room)} />
          </li>
        ))}
      </ul>
    </>
  );
}
