import { useEffect, useState } from "react";
import Offcanvas from "react-bootstrap/Offcanvas";
import { place } from "../browser/location";
import { useStore } from "../browser/useStore";
import { useWide } from "../browser/useWide";
import type { Live } from "../live/live";
import { texts } from "../texts";
import { AccountMenu } from "./account/AccountMenu";
import { LiveContext } from "./live";
import { Logo } from "./Logo";
import { useNotifications } from "./notifications/useNotifications";
import { Panels } from "./Panels";
import { People } from "./people/People";
import { ConnectionBar } from "./room/ConnectionBar";
import { RoomHeader } from "./room/RoomHeader";
import { RoomPage } from "./room/RoomPage";
import { Rooms } from "./rooms/Rooms";
import { Switcher } from "./rooms/Switcher";
import { titleOf } from "./roomTitle";
import { useAttention } from "./useAttention";

/** Bootstrap's `xl`: from here on there is room for who is online beside what they say. */
const WIDE = 1200;
/** Bootstrap's `lg`: from here on the sidebar is no dialog. */
const SIDEBAR = 992;

/** The page of who is signed in: rooms, one of them, and who is in it. */
export default function ChatPage({ live }: { live: Live }) {
  const { room: id } = useStore(place);
  const store = live.room(id);
  const view = useStore(store.view);
  const { rooms } = useStore(live.rooms.view);
  const sidebar = useWide(SIDEBAR);
  const wide = useWide(WIDE);
  const [menu, setMenu] = useState(false);
  const [people, setPeople] = useState(false);
  const [beside, setBeside] = useState(true);
  // Who is in a room that is not there for me is nobody's business here.
  const isAway = view.status === "refused" || view.status === "closed";
  const shown = wide ? beside : people;
  const room = rooms.get(id) ?? view.log?.room;
  const name = room === undefined ? "" : titleOf(room, live.me);

  useAttention(live, name);
  useNotifications(live);

  // The server tells of new rooms; a page that slept may have missed some.
  useEffect(() => {
    const seen = () => {
      if (!document.hidden) void live.rooms.reload();
    };
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, [live]);

  return (
    <LiveContext value={live}>
      <nav aria-label={texts.skip}>
        <a className="skip" href="#room">
          {texts.skipToRoom}
        </a>
      </nav>
      <Switcher />
      <Panels store={store} />
      <div className="page">
        <Offcanvas
          responsive="lg"
          show={menu}
          onHide={() => setMenu(false)}
          className="sidebar"
          {...(sidebar ? {} : { "aria-label": texts.rooms.title })}
        >
          <aside className="sidebar-inside" aria-label={texts.sidebar}>
            <div className="brand">
              <Logo size={28} />
              <span>{texts.product}</span>
            </div>
            <Rooms onGo={() => setMenu(false)} />
            <AccountMenu onGo={() => setMenu(false)} />
          </aside>
        </Offcanvas>
        <main className="room" id="room" tabIndex={-1}>
          <RoomHeader
            name={name}
            view={view}
            peopleShown={shown}
            onMenu={() => {
              setMenu(true);
              void live.rooms.reload();
            }}
            onPeople={() => (wide ? setBeside(!beside) : setPeople(true))}
          />
          <ConnectionBar />
          <RoomPage key={id} store={store} />
        </main>
        {wide ? (
          beside &&
          !isAway && (
            <aside className="people" aria-label={texts.people.title}>
              <h2 className="visually-hidden">{texts.people.title}</h2>
              <People store={store} />
            </aside>
          )
        ) : (
          <Offcanvas
            placement="end"
            show={people && !isAway}
            onHide={() => setPeople(false)}
            className="people"
            aria-labelledby="people-title"
          >
            <Offcanvas.Header closeButton closeLabel={texts.close}>
              <Offcanvas.Title as="h2" id="people-title">
                {texts.people.title}
              </Offcanvas.Title>
            </Offcanvas.Header>
            <Offcanvas.Body>
              <People store={store} />
            </Offcanvas.Body>
          </Offcanvas>
        )}
      </div>
    </LiveContext>
  );
}
