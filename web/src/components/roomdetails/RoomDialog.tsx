import type { RoomSection } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { newestOf } from "../../room/description";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useFeature } from "../live";
import type { RoomStore } from "../../live/roomStore";
import { useLive } from "../live";
import { MembersSection } from "../members/MembersSection";
import { PanelDialog } from "../PanelDialog";
import { useTitle } from "../roomTitle";
import { AboutSection } from "./AboutSection";

/** A room: what it is for, who belongs to it, and what I may change. */
export default function RoomDialog({ store, section }: { store: RoomStore; section: RoomSection }) {
  const { log } = useStore(store.view);
  const { rooms } = useStore(useLive().rooms.view);
  const room = newestOf(rooms.get(store.id), log?.room);
  return room !== undefined && <Details room={room} section={section} />;
}

function Details({ room, section }: { room: Room; section: RoomSection }) {
  const titleOf = useTitle();
  const members = useFeature("rooms.members");
  const names: readonly RoomSection[] = members ? ["about", "members"] : ["about"];
  const shown = names.includes(section) ? section : "about";
  return (
    <PanelDialog
      title={titleOf(room)}
      panel={{ of: "room", section: shown }}
      sections={names.map((name) => ({
        panel: { of: "room", section: name },
        label: texts.details.sections[name],
      }))}
    >
      {shown === "about" ? <AboutSection room={room} /> : <MembersSection room={room} />}
    </PanelDialog>
  );
}
