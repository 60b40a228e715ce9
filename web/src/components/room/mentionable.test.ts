import { describe, expect, it } from "vitest";
import { lobby, log } from "../../room/samples";
import type { RoomView } from "../../room/roomView";
import { Store } from "../../store";
import type { MemberRole, Profile } from "../../wire";
import { mentionable } from "./mentionable";

const profile = (id: number, username: string): Profile => ({ id, username, displayName: username });
const [ada, adele, adam, ann] = [
  profile(1, "ada"),
  profile(2, "adele"),
  profile(3, "adam"),
  profile(4, "ann"),
] as const;

const member = (account: Profile, role: MemberRole = "member") => ({ account, role, since: 0, online: true });

/** I am Ann, in a room where Ada is seen. */
const where = (visibility: "public" | "private" = "public") => ({
  id: lobby.id,
  host: { me: ann.id },
  view: new Store<RoomView>({
    status: "ready",
    online: 2,
    people: [{ id: ada.id, name: "ada" }],
    history: "idle",
    log: { ...log([], {}), room: { ...lobby, visibility } },
  }),
});

const serverOf = (members: ReturnType<typeof member>[], accounts: Profile[] | Error, more = false) => ({
  members: () => Promise.resolve({ members, more }),
  accounts: () => (accounts instanceof Error ? Promise.reject(accounts) : Promise.resolve(accounts)),
});

const names = async (...wanted: Parameters<typeof mentionable>) =>
  (await mentionable(...wanted)).map(({ username }) => username);

describe("who is offered for a mention", () => {
  it("is first who is in the room, then others, each once and never oneself", async () => {
    const server = serverOf([member(adele), member(ann)], [ada, adele, ann]);
    expect(await names("a", where(), server)).toEqual(["adele", "ada"]);
  });

  it("is who is in the room alone, where nobody else can come to read", async () => {
    expect(await names("a", where("private"), serverOf([member(adele)], [ada]))).toEqual(["adele"]);
  });

  it("is nobody of whom the room is rid", async () => {
    const server = serverOf([member(adele), member(adam, "banned")], [adam, ada]);
    expect(await names("a", where(), server)).toEqual(["adele", "ada"]);
  });

  it("is who is in the room, should the others not be known, or should there be enough", async () => {
    const server = serverOf([member(adele)], new Error("no answer"));
    expect(await names("a", where(), server)).toEqual(["adele"]);
    expect(await names("a", where(), serverOf([member(adele)], [ada], true))).toEqual(["adele"]);
  });

  it("is who is seen there, should nothing be known", async () => {
    const server = { ...serverOf([], []), members: () => Promise.reject(new Error("no answer")) };
    expect(await names("ad", where(), server)).toEqual(["ada"]);
    expect(await names("", where(), server)).toEqual(["ada"]);
  });
});
