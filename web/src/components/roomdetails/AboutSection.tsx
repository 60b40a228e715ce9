import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useFeature } from "../live";
import { moderates } from "../members/rights";
import { NotifySelect } from "../notifications/NotifySelect";
import { ArchiveRoom } from "./ArchiveRoom";
import { CopyLink } from "./CopyLink";
import { DescriptionForm } from "./DescriptionForm";
import { LeaveRoom } from "./LeaveRoom";
import { SlowMode } from "./SlowMode";

const words = texts.details;

export function AboutSection({ room }: { room: Room }) {
  const mayChange = useFeature("rooms.change") && moderates(room);
  return (
    <>
      <p className="panel-intro">{words.kind[room.visibility]}</p>
      {room.archived && <p className="notice">{words.archivedNow}</p>}
      {mayChange && !room.archived ? (
        <>
          <DescriptionForm room={room} />
          <SlowMode room={room} />
        </>
      ) : (
        room.visibility !== "direct" && (
          <p className={room.topic === "" ? "about-topic about-none" : "about-topic"}>
            <bdi>{room.topic || words.noTopic}</bdi>
          </p>
        )
      )}
      {room.joined && (
        <div className="field">
          <label className="form-label" htmlFor="notify-room">
            {words.notifications}
          </label>
          <NotifySelect room={room} id="notify-room" />
        </div>
      )}
      <div className="about-actions">
        <CopyLink room={room} />
        {room.joined && <LeaveRoom room={room} />}
        {mayChange && <ArchiveRoom room={room} />}
      </div>
    </>
  );
}
