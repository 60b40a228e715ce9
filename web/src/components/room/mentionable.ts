import * as accounts from "../../api/accounts";
import * as members from "../../api/members";
import type { RoomStore } from "../../live/roomStore";
import type { Profile } from "../../wire";

const MOST = 8;
const USERNAME = /^[A-Za-z0-9._-]{2,32}$/;

/** Who can be meant by the beginning of a name: first who is in the room, then who could come to read it. */
export async function mentionable(begun: string, store: RoomStore): Promise<readonly Profile[]> {
  if (begun === "") return known(begun, store);
  try {
    const page = await members.list(store.id, { name: begun, limit: MOST });
    const here = page.members.filter(({ role }) => role !== "banned").map(({ account }) => account);
    const open = store.view.value.log?.room.visibility === "public" && here.length < MOST;
    const others = open ? await accounts.find(begun, MOST) : [];
    const found = new Map([...here, ...others].map((one) => [one.id, one]));
    found.delete(store.host.me);
    return [...found.values()].slice(0, MOST);
  } catch {
    return known(begun, store);
  }
}

/** Without asking: those in the room whose name can only be their username. */
function known(begun: string, store: RoomStore): readonly Profile[] {
  return (store.view.value.people ?? [])
    .filter(({ id, name }) => id !== store.host.me && USERNAME.test(name))
    .filter(({ name }) => name.toLowerCase().startsWith(begun.toLowerCase()))
    .map(({ id, name }) => ({ id, username: name, displayName: name }))
    .slice(0, MOST);
}
