// What is unread, and activity. node socket-reading.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect } from "./chat.js";
import { another, expectError, load, LOBBY, next, openRoom, person, url } from "./socket-scene.js";

afterEach(closeAll);

test("a new member has nothing to catch up on; then others' posts are unread, and one's own are not", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  await ask(ada.socket, "message:post", { room, text: "before" });
  await ask(bob.socket, "room:enter", { room });
  const joined = await load(bob, room);
  assert.deepEqual([joined.unread, joined.mentions, joined.read], [0, 0, joined.head]);
  const { position: first } = await ask(ada.socket, "message:post", { room, text: `@${bob.account.username}, look` });
  await ask(bob.socket, "message:post", { room, text: `@${ada.account.username}: I do, @${bob.account.username}` });
  const { position: last } = await ask(ada.socket, "message:post", { room, text: "and again" });
  const seen = await load(bob, room);
  assert.deepEqual([seen.unread, seen.mentions, seen.head], [2, 1, last]);
  assert.deepEqual([(await load(ada, room)).unread, (await load(ada, room)).mentions], [1, 1]);
  assert.deepEqual(await ask(bob.socket, "read", { room, position: first }), { ok: true });
  assert.deepEqual([(await load(bob, room)).unread, (await load(bob, room)).mentions], [1, 0]);
  await ask(bob.socket, "read", { room, position: 0 });
  assert.equal((await load(bob, room)).read, first, "never moves back");
  await ask(bob.socket, "read", { room, position: last + 1_000_000 });
  const { read, head, unread } = await load(bob, room);
  assert.deepEqual([read, unread], [head, 0]);
  ada.socket.close();
  bob.socket.close();
});

test("what is deleted is not unread, and what is edited names whom it names now", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  await call(url, "PUT", `/api/rooms/${room}/members/me`, { token: bob.token });
  const { position: id } = await ask(ada.socket, "message:post", { room, text: `@${bob.account.username}` });
  const { position: other } = await ask(ada.socket, "message:post", { room, text: "nobody" });
  const counts = async () => {
    const { unread, mentions } = await load(bob, room);
    return [unread, mentions];
  };
  assert.deepEqual(await counts(), [2, 1]);
  await ask(ada.socket, "message:edit", { room, id: other, text: `or @${bob.account.username.toUpperCase()}.` });
  assert.deepEqual(await counts(), [2, 2]);
  await ask(ada.socket, "message:edit", { room, id: other, text: "nobody, or a@b, or @someone-else" });
  assert.deepEqual(await counts(), [2, 1]);
  await ask(ada.socket, "message:delete", { room, id });
  assert.deepEqual(await counts(), [1, 0]);
  ada.socket.close();
  bob.socket.close();
});

test("reading is for members, and a private room's place is not told by it", async () => {
  const ada = await person();
  const eve = await person();
  const room = await openRoom(ada);
  const body = { name: `hidden ${another()}`, visibility: "private" };
  const { room: hidden } = await call(url, "POST", "/api/rooms", { token: ada.token, body });
  expectError(await ask(eve.socket, "read", { room, position: 1 }), "forbidden");
  expectError(await ask(eve.socket, "read", { room: hidden.id, position: 1 }), "not-found");
  expectError(await ask(eve.socket, "read", { room: 999_999, position: 1 }), "not-found");
  expectError(await ask(eve.socket, "read", { room, position: -1 }), "invalid");
  expectError(await ask(eve.socket, "read", { room }), "invalid");
  assert.ok((await ask(eve.socket, "read", { room: LOBBY, position: 1 })).ok);
  assert.equal((await load(eve, room)).read, undefined);
  ada.socket.close();
  eve.socket.close();
});

test("my other devices hear how far I have read, and the one that says so does not", async () => {
  const ada = await person();
  const phone = await connect(url, ada.token);
  const { head } = await load(ada, LOBBY);
  const { position } = await ask(ada.socket, "message:post", { room: LOBBY, text: "read this" });
  assert.ok(position > head);
  ada.socket.on("read", () => assert.fail("told of oneself"));
  const told = next(phone, "read");
  await ask(ada.socket, "read", { room: LOBBY, position });
  assert.deepEqual(await told, { room: LOBBY, position });
  ada.socket.off("read");
  const { position: later } = await ask(ada.socket, "message:post", { room: LOBBY, text: "and this" });
  const both = [next(phone, "read"), next(ada.socket, "read")];
  const body = { position: later };
  await call(url, "PUT", `/api/rooms/${LOBBY}/read`, { token: ada.token, body });
  assert.deepEqual(await Promise.all(both), [{ room: LOBBY, position: later }, { room: LOBBY, position: later }]);
  ada.socket.close();
  phone.close();
});

test("activity tells of rooms that are not entered here, coalesced, and of no others", async () => {
  const ada = await person();
  const bob = await person();
  const eve = await person();
  const room = await openRoom(ada);
  await call(url, "PUT", `/api/rooms/${room}/members/me`, { token: bob.token });
  const laptop = await connect(url, bob.token);
  await ask(laptop, "room:enter", { room });
  let onLaptop = 0;
  let outside = 0;
  const frames = [];
  laptop.on("activity", (activity) => (onLaptop += activity.room === room ? 1 : 0));
  eve.socket.on("activity", (activity) => (outside += activity.room === room ? 1 : 0));
  bob.socket.on("activity", (activity) => activity.room === room && frames.push(activity));
  for (let i = 0; i < 19; i++) {
    await ask(ada.socket, "message:post", { room, text: `post ${i}` });
  }
  const whole = next(bob.socket, "activity", (activity) => activity.room === room && activity.unread === 20);
  const { position } = await ask(ada.socket, "message:post", { room, text: `@${bob.account.username}` });
  assert.deepEqual(await whole, { room, head: position, unread: 20, mentions: 1 });
  assert.ok(frames.length < 10, "coalesced");
  const less = next(bob.socket, "activity", (activity) => activity.room === room && activity.unread === 1);
  await ask(laptop, "read", { room, position: position - 1 });
  assert.deepEqual(await less, { room, head: position, unread: 1, mentions: 1 });
  const none = next(bob.socket, "activity", (activity) => activity.room === room && activity.unread === 0);
  await ask(ada.socket, "message:delete", { room, id: position });
  assert.equal((await none).mentions, 0);
  assert.deepEqual([onLaptop, outside], [0, 0]);
  [ada, bob, eve].forEach(({ socket }) => socket.close());
  laptop.close();
});

test("unread is counted up to 1,000, by activity as by a fresh load", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  await call(url, "PUT", `/api/rooms/${room}/members/me`, { token: bob.token });
  const post = (i) => ask(ada.socket, "message:post", { room, text: `text ${i}` }, 60_000);
  const full = next(bob.socket, "activity", (activity) => activity.room === room && activity.unread === 1_000, 60_000);
  await Promise.all(Array.from({ length: 1_005 }, (_, i) => post(i)));
  await full;
  assert.equal((await load(bob, room)).unread, 1_000);
  ada.socket.close();
  bob.socket.close();
});

test("who was removed hears nothing of the room's activity, though what they had read is still to be told", async () => {
  const ada = await person();
  const bob = await person();
  const { room } = await call(url, "POST", "/api/rooms", {
    token: ada.token,
    body: { name: `private ${bob.account.username}`, visibility: "private" },
  });
  const membership = `/api/rooms/${room.id}/members/${bob.account.id}`;
  await call(url, "PUT", membership, { token: ada.token, body: { role: "member" } });
  const heard = next(bob.socket, "activity", (activity) => activity.room === room.id && activity.unread === 1);
  const { position } = await ask(ada.socket, "message:post", { room: room.id, text: "one" });
  await heard;
  const gone = next(bob.socket, "room", (notice) => notice.gone === true);
  assert.ok((await ask(bob.socket, "read", { room: room.id, position })).ok);
  await call(url, "DELETE", membership, { token: ada.token });
  await gone;
  const after = [];
  bob.socket.on("activity", (activity) => activity.room === room.id && after.push(activity));
  // Two turns later, as his socket hears of the lobby, whatever was put off has been told.
  for (const text of ["first turn", "second turn", "third turn"]) {
    const lobby = next(bob.socket, "activity", (activity) => activity.room === LOBBY);
    await ask(ada.socket, "message:post", { room: LOBBY, text });
    await lobby;
  }
  assert.deepEqual(after, []);
  [ada, bob].forEach(({ socket }) => socket.close());
});
