import { LOBBY, type MemberRole, type Room } from "../../wire";

/** Who may do what in a room; the server decides, this is so that nothing is offered that it would refuse. */
export type Deed = "owner" | "moderator" | "member" | "remove" | "ban" | "unban";

/** Whether I look after this room. */
export const moderates = (room: Pick<Room, "role" | "visibility">): boolean =>
  room.visibility !== "direct" && (room.role === "owner" || room.role === "moderator");

/** Whether I may bring people in. */
export const invites = (room: Pick<Room, "role" | "visibility" | "archived">): boolean =>
  moderates(room) && !room.archived;

/** What I may do to somebody of this role: a moderator to members, an owner to everybody. Nobody is sent out of the lobby. */
export function deeds({ id, role }: Pick<Room, "id" | "role">, theirs: MemberRole): readonly Deed[] {
  return ranked(role, theirs).filter((deed) => deed !== "remove" || id !== LOBBY);
}

function ranked(mine: MemberRole | undefined, theirs: MemberRole): readonly Deed[] {
  if (mine === "owner") {
    switch (theirs) {
      case "owner":
        return ["moderator", "member", "remove"];
      case "moderator":
        return ["owner", "member", "remove", "ban"];
      case "member":
        return ["owner", "moderator", "remove", "ban"];
      case "banned":
        return ["unban"];
    }
  }
  if (mine !== "moderator") return [];
  if (theirs === "member") return ["remove", "ban"];
  return theirs === "banned" ? ["unban"] : [];
}
