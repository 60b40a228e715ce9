import { describe, expect, it } from "vitest";
import { lobby } from "../room/samples";
import type { Room } from "../wire";
import { settled } from "./fakes";
import { RoomList } from "./roomList";

const SIZE = 2;
const room = (id: number, more: Partial<Room> = {}): Room => ({
  ...lobby,
  id,
  name: `room ${id}`,
  joined: false,
  ...more,
});

function listOf(...rooms: Room[]) {
  let there = rooms;
  let fails: (joined: string | undefined) => boolean = () => false;
  const asked: number[] = [];
  const list = new RoomList(
    ({ after = 0, joined }) => {
      if (fails(joined)) return Promise.reject(new Error("no answer"));
      const rest = there.filter((one) => one.id > after && (joined === undefined || one.joined));
      return Promise.resolve({ rooms: rest.slice(0, SIZE), more: rest.length > SIZE });
    },
    (id) => {
      asked.push(id);
      return Promise.resolve(there.find((one) => one.id === id) ?? room(id));
    },
  );
  const ids = () => [...list.view.value.rooms.keys()].sort((a, b) => a - b);
  return {
    list,
    asked,
    ids,
    change: (...now: Room[]) => (there = now),
    fail: (which: typeof fails) => (fails = which),
  };
}

describe("RoomList", () => {
  it("keeps the pages that were loaded when it looks again, and drops what is gone", async () => {
    const { list, ids, change } = listOf(room(1), room(2), room(3), room(4), room(5));
    await list.reload();
    await list.loadMore();
    expect(ids()).toEqual([1, 2, 3, 4]);
    list.notice({ room: room(9) });
    change(room(1), room(3), room(4), room(5), room(9));
    await list.reload();
    expect(ids()).toEqual([1, 3, 4, 5, 9]);
    expect(list.view.value.more).toBe(true);
  });

  it("has all of mine at once, wherever they lie among the others", async () => {
    const mine = { joined: true };
    const { list, ids } = listOf(room(1), room(2), room(3), room(7, mine), room(8, mine), room(9, mine));
    await list.reload();
    expect(ids()).toEqual([1, 2, 7, 8, 9]);
    await list.loadMore();
    expect(ids()).toEqual([1, 2, 3, 7, 8, 9]);
  });

  it("offers the public ones again where only mine came", async () => {
    const { list, ids, fail } = listOf(room(1), room(2), room(7, { joined: true }));
    fail((joined) => joined === undefined);
    await list.reload();
    expect(ids()).toEqual([7]);
    expect(list.view.value).toMatchObject({ status: "ready", more: true });
    fail(() => false);
    await list.loadMore();
    expect(ids()).toEqual([1, 2, 7]);
  });

  it("says that it failed where nothing of mine came, and goes on with what it had", async () => {
    const { list, fail } = listOf(room(1));
    fail(() => true);
    const reload = list.reload();
    // By entering it; that is not all there is.
    list.notice({ room: room(1, { joined: true }) });
    await reload;
    expect(list.view.value).toMatchObject({ status: "failed", more: false });
    fail(() => false);
    await list.reload();
    expect(list.view.value.status).toBe("ready");
    fail(() => true);
    await list.reload();
    expect(list.view.value.status).toBe("ready");
  });

  it("does not bring back by a page what went while it was on its way", async () => {
    const { list, ids } = listOf(room(1), room(2), room(3), room(4));
    await list.reload();
    const more = list.loadMore();
    list.notice({ room: { id: 4 }, gone: true });
    await more;
    expect(ids()).toEqual([1, 2, 3]);
  });

  it("forgets the role of a room that I have left, and a slow mode that was the server's", async () => {
    const { list } = listOf(room(1, { joined: true, role: "owner", slowMode: 8, manualSlowMode: 2 }));
    await list.reload();
    list.notice({ room: room(1, { slowMode: 2 }) });
    expect(list.view.value.rooms.get(1)).not.toHaveProperty("role");
    expect(list.view.value.rooms.get(1)).not.toHaveProperty("manualSlowMode");
  });

  it("believes the server's word rather than a page that was on its way", async () => {
    const { list, ids } = listOf(room(1, { joined: true }), room(2, { joined: true }));
    await list.reload();
    const reload = list.reload();
    list.notice({ room: { id: 2 }, gone: true });
    list.notice({ room: room(3, { joined: true }) });
    await reload;
    expect(ids()).toEqual([1, 3]);
  });

  it("does not take back what was read here and the server does not know of yet", async () => {
    const { list } = listOf(room(1, { read: 5, unread: 3, mentions: 1, head: 9 }));
    await list.reload();
    list.counted(1, { read: 9, count: 0, mentions: 0 });
    await list.reload();
    expect(list.view.value.rooms.get(1)).toMatchObject({ read: 9, unread: 0, mentions: 0 });
  });

  it("knows that all is read by another device, and asks when it cannot know", async () => {
    const { list, asked } = listOf(room(1, { read: 5, unread: 3, head: 9 }));
    await list.reload();
    list.read(1, 7);
    expect(list.view.value.rooms.get(1)?.unread).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settled();
    expect(asked).toEqual([1]);
    list.read(1, 9);
    expect(list.view.value.rooms.get(1)).toMatchObject({ read: 9, unread: 0 });
  });
});
