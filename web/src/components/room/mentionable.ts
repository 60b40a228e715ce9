import * as accounts from "../../api/accounts";
import * as members from "../../api/members";
import type { RoomStore } from "../../live/roomStore";
import type { Profile } from "../../wire";

const MOST = 8;
const USERNAME = /^[A-Za-z0-9._-]{2,32}$/;
const NOBODY: readonly Profile[] = [];

/** Where people are looked for. */
const SERVER = { members: members.list, accounts: accounts.find };

/** The room in which somebody is to be named. */
type Where = Pick<RoomStore, "id" | "view"> & { readonly host: Pick<RoomStore["host"], "me"> };

/** Who can be meant by the beginning of a name: first who is in the room, then who could come to read it. */
export async function mentionable(begun: string, where: Where, server = SERVER): Promise<readonly Profile[]> {
  if (begun === "") return known(begun, where);
  try {
    const page = await server.members(where.id, { name: begun, limit: MOST });
    const banned = page.members.filter(({ role }) => role === "banned").map(({ account }) => account.id);
    const here = page.members.filter(({ role }) => role !== "banned").map(({ account }) => account);
    const open = where.view.value.log?.room.visibility === "public" && !page.more && here.length < MOST;
    // Without them those of the room are named all the same.
    const others = open ? await server.accounts(begun, MOST).catch(() => NOBODY) : NOBODY;
    const found = new Map([...here, ...others].map((one) => [one.id, one]));
    for (const id of [where.host.me, ...banned]) found.delete(id);
    return [...found.values()].slice(0, MOST);
  } catch {
    return known(begun, where);
  }
}

/** Without asking: those in the room whose name can only be their username. */
function known(begun: string, where: Where): readonly Profile[] {
  return (where.view.value.people ?? [])
    .filter(({ id, name }) => id !== where.host.me && USERNAME.test(name))
    .filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(({ id, name }) => ({ id, username: name, displayName: name }))
    .slice(0, MOST);
}
