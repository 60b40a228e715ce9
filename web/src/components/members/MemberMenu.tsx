import Dropdown from "react-bootstrap/Dropdown";
import { texts } from "../../texts";
import type { Member, Room } from "../../wire";
import { MoreIcon } from "../Icons";
import { useFeature, useLive } from "../live";
import { nameOf } from "../people/name";
import { useWriteTo } from "../people/useWriteTo";
import { type Deed, deeds, moderates } from "./rights";

const words = texts.members;
const LABELS: Record<Deed, string> = {
  owner: words.make.owner,
  moderator: words.make.moderator,
  member: words.make.member,
  remove: words.remove,
  ban: words.ban,
  unban: words.unban,
};

/** What can be done about somebody in a room; nothing, and it is not there. */
export function MemberMenu({
  room,
  member,
  onAct,
}: {
  room: Room;
  member: Member;
  onAct: (deed: Deed) => void;
}) {
  const { me } = useLive();
  const direct = useFeature("rooms.direct");
  const writeTo = useWriteTo();
  const { account, role } = member;
  const mayWrite = direct && room.visibility !== "direct" && role !== "banned";
  const offered = moderates(room) ? deeds(room, role) : [];
  if (account.id === me || (!mayWrite && offered.length === 0)) return <span className="row-no-menu" />;
  return (
    <Dropdown align="end">
      <Dropdown.Toggle
        as="button"
        type="button"
        className="btn btn-icon no-caret"
        aria-label={words.actions(nameOf(account))}
      >
        <MoreIcon />
      </Dropdown.Toggle>
      {/* Fixed, so that the dialog's scrolling does not cut it. */}
      <Dropdown.Menu popperConfig={{ strategy: "fixed" }} renderOnMount={false}>
        {mayWrite && (
          <Dropdown.Item as="button" type="button" onClick={() => void writeTo([account.id])}>
            {words.write}
          </Dropdown.Item>
        )}
        {offered.map((deed) => (
          <Dropdown.Item
            key={deed}
            as="button"
            type="button"
            className={deed === "remove" || deed === "ban" ? "dropdown-danger" : ""}
            onClick={() => onAct(deed)}
          >
            {LABELS[deed]}
          </Dropdown.Item>
        ))}
      </Dropdown.Menu>
    </Dropdown>
  );
}
