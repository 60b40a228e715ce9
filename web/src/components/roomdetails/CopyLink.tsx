import { pathOf } from "../../browser/location";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { CopyButton } from "../CopyButton";

export function CopyLink({ room }: { room: Room }) {
  return <CopyButton label={texts.details.link} text={`${window.location.origin}${pathOf(room.id)}`} />;
}
