import { describe, expect, it } from "vitest";
import type { Desktop, NotifyChoice } from "../../browser/notifications";
import { settled } from "../../live/fakes";
import type { RoomListView } from "../../live/roomList";
import { ann, lobby, message } from "../../room/samples";
import { Store } from "../../store";
import type { Account, Message, Room } from "../../wire";
import { Teller } from "./teller";

const me: Account = { id: ann.id, username: "ann", displayName: "Ann", role: "member" };

/** A desk at which one sees what is shown, and a room whose newest messages come when the test gives them. */
function tellerAt(first: Desktop) {
  const list = new Store<RoomListView>({ status: "ready", rooms: new Map(), more: false });
  const desktop = new Store<Desktop>(first);
  const shown = new Map<number, string>();
  const told: string[] = [];
  const asked: { give: (messages: readonly Message[]) => void; fail: () => void }[] = [];
  const state = { turns: 0, attended: false, choice: "all" as NotifyChoice };
  const teller = new Teller(me, list, {
    desktop,
    choice: () => state.choice,
    takeTurns: () => {
      state.turns++;
      return { tells: () => true, end: () => (state.turns -= 1) };
    },
    attended: () => Promise.resolve(state.attended),
    newest: () =>
      new Promise((give, reject) => {
        asked.push({ give, fail: () => reject(new Error("no answer")) });
      }),
    titleOf: ({ name }) => name,
    show: ({ id }, _title, body) => {
      shown.set(id, body);
      told.push(body);
    },
    takeBack: (room) => void shown.delete(room),
  });
  const counted = async (room: Partial<Room>) => {
    list.set({ ...list.value, rooms: new Map([[lobby.id, { ...lobby, read: 0, ...room }]]) });
    await settled();
  };
  const answered = async (messages: readonly Message[] | Error) => {
    const question = asked.shift();
    if (question === undefined) throw new Error("nothing was asked");
    if (messages instanceof Error) question.fail();
    else question.give(messages);
    await settled();
  };
  return { teller, desktop, state, told, asked, shown, counted, answered };
}

const noAnswer = new Error("no answer");

describe("a page that tells", () => {
  it("takes turns only while notifications are on here, for another page may have them on", () => {
    const { desktop, state, teller } = tellerAt("off");
    expect(state.turns).toBe(0);
    desktop.set("on");
    expect(state.turns).toBe(1);
    desktop.set("off");
    expect(state.turns).toBe(0);
    desktop.set("on");
    teller.end();
    expect(state.turns).toBe(0);
    desktop.set("off");
    desktop.set("on");
    expect(state.turns).toBe(0);
  });

  it("tells of the newest post, and takes it back once it is read", async () => {
    const { shown, counted, answered } = tellerAt("on");
    await counted({});
    await counted({ unread: 2 });
    await answered([message(5, "five"), message(6, "six")]);
    expect(shown.get(lobby.id)).toBe("six");
    await counted({ unread: 1, read: 5 });
    expect(shown.get(lobby.id)).toBe("six");
    await counted({ unread: 0, read: 6 });
    expect(shown.size).toBe(0);
  });

  it("says how many there are where what it told of last has been read and the next is further back", async () => {
    const { state, told, counted, answered } = tellerAt("on");
    await counted({});
    await counted({ unread: 1 });
    await answered([message(5, "five")]);
    await counted({ unread: 0, read: 5 });
    state.choice = "mentions";
    await counted({ unread: 40, mentions: 1, read: 5 });
    await answered([message(60, "nothing that calls me")]);
    expect(told).toEqual(["five", "40 unread messages"]);
    // That is of no use while what was told is still to be read.
    await counted({ unread: 41, mentions: 2, read: 5 });
    await answered([message(61, "@ann, this does")]);
    await counted({ unread: 80, mentions: 3, read: 5 });
    await answered([message(99, "and this does not")]);
    expect(told).toEqual(["five", "40 unread messages", "@ann, this does"]);
  });

  it("takes back everything when it ends, a number too", async () => {
    const { teller, shown, counted, answered } = tellerAt("on");
    await counted({});
    await counted({ unread: 3 });
    await answered(noAnswer);
    expect(shown.get(lobby.id)).toBe("3 unread messages");
    teller.end();
    expect(shown.size).toBe(0);
  });

  type At = ReturnType<typeof tellerAt>;
  it.each<[string, (at: At) => unknown]>([
    ["somebody has come to look", ({ state }) => (state.attended = true)],
    ["the room was muted", ({ state }) => (state.choice = "nothing")],
    ["notifications were turned off", ({ desktop }) => desktop.set("off")],
    ["it was read", ({ counted }) => counted({ unread: 0, read: 6 })],
    ["I have signed out", ({ teller }) => teller.end()],
  ])("tells nothing of it if meanwhile %s, whether the messages come or not", async (_what, happens) => {
    for (const answer of [noAnswer, [message(6, "six")]]) {
      const at = tellerAt("on");
      await at.counted({});
      await at.counted({ unread: 1 });
      await happens(at);
      await at.answered(answer);
      expect(at.told).toEqual([]);
    }
  });
});
