// Rooms that are opened, changed and taken away. node socket-rooms.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll } from "./chat.js";
import { another, expectError, next, openRoom, person, url } from "./socket-scene.js";

afterEach(closeAll);

test("a room that is opened is told to all at once", async () => {
  const ada = await person();
  const bob = await person();
  const told = next(bob.socket, "room");
  const own = next(ada.socket, "room");
  const room = await openRoom(ada);
  assert.deepEqual([(await told).room.id, (await told).room.joined], [room, false]);
  assert.deepEqual([(await own).room.id, (await own).room.joined, (await own).room.role], [room, true, "owner"]);
  ada.socket.close();
  bob.socket.close();
});

test("a private room is told to those who are let in, and taken from those who are not any more", async () => {
  const ada = await person();
  const bob = await person();
  const eve = await person();
  const outside = [];
  eve.socket.on("room", ({ room }) => outside.push(room.id));
  eve.socket.on("event", (event) => outside.push(event.room));
  eve.socket.on("presence", (presence) => outside.push(presence.room));
  const own = next(ada.socket, "room");
  const body = { name: `hidden ${another()}`, visibility: "private" };
  const { room } = await call(url, "POST", "/api/rooms", { token: ada.token, body });
  assert.deepEqual([(await own).room.id, (await own).room.role], [room.id, "owner"]);
  expectError(await ask(eve.socket, "room:enter", { room: room.id }), "not-found");
  expectError(await ask(eve.socket, "room:enter", { room: room.id, after: 0 }), "not-found");
  expectError(await ask(eve.socket, "message:post", { room: room.id, text: "hello?" }), "not-found");
  expectError(await ask(eve.socket, "typing", { room: room.id }), "not-found");
  expectError(await ask(eve.socket, "typing", { room: 987654321 }), "not-found");
  const posted = await call(url, "POST", `/api/rooms/${room.id}/messages`, { token: ada.token, body: { text: "ours" } });
  const id = posted.message.id;
  for (const [event, more] of [
    ["message:edit", { text: "theirs" }],
    ["message:delete", {}],
    ["reaction:add", { emoji: "👍" }],
    ["reaction:remove", { emoji: "👍" }],
  ]) {
    expectError(await ask(eve.socket, event, { room: room.id, id, ...more }), "not-found");
  }
  expectError(await ask(eve.socket, "read", { room: room.id, position: id }), "not-found");
  const membership = `/api/rooms/${room.id}/members/${bob.account.id}`;
  const invited = next(bob.socket, "room");
  await call(url, "PUT", membership, { token: ada.token, body: { role: "member" } });
  assert.deepEqual([(await invited).room.id, (await invited).room.joined], [room.id, true]);
  await ask(ada.socket, "room:enter", { room: room.id });
  assert.equal((await ask(bob.socket, "room:enter", { room: room.id })).outcome, "fresh");
  const renamed = next(bob.socket, "room", (notice) => notice.room.topic === "ours");
  const topic = next(bob.socket, "event", (event) => event.type === "topic");
  await call(url, "PATCH", `/api/rooms/${room.id}`, { token: ada.token, body: { topic: "ours" } });
  assert.equal((await topic).topic, "ours");
  assert.equal((await renamed).room.role, "member");
  const last = next(bob.socket, "event", (event) => event.type === "removed");
  const gone = next(bob.socket, "room", (notice) => notice.gone === true);
  await call(url, "DELETE", membership, { token: ada.token });
  assert.equal((await last).account.id, bob.account.id);
  assert.deepEqual((await gone).room, { id: room.id });
  const after = [];
  bob.socket.on("event", (event) => after.push(event.room));
  const heard = next(ada.socket, "event", (event) => event.text === "without him");
  await ask(ada.socket, "message:post", { room: room.id, text: "without him" });
  await heard;
  expectError(await ask(bob.socket, "message:post", { room: room.id, text: "still here?" }), "not-found");
  assert.ok(!after.includes(room.id));
  // To be banned from it, or let off, is no news to who never knew of it.
  const ban = `/api/rooms/${room.id}/members/${eve.account.id}`;
  await call(url, "PUT", ban, { token: ada.token, body: { role: "banned" } });
  await call(url, "DELETE", ban, { token: ada.token });
  // Eve's socket works: she hears of what is public.
  const told = next(eve.socket, "room", (notice) => notice.room.visibility === "public");
  await openRoom(ada);
  await told;
  assert.ok(!outside.includes(room.id));
  [ada, bob, eve].forEach(({ socket }) => socket.close());
});

test("what becomes of a public room is told to all, each by their role", async () => {
  const ada = await person();
  const bob = await person();
  const eve = await person();
  const room = await openRoom(ada);
  await ask(bob.socket, "room:enter", { room });
  const told = (who) => next(who.socket, "room", (notice) => notice.room.id === room && notice.room.slowMode === 7);
  const all = [told(ada), told(bob), told(eve)];
  await call(url, "PATCH", `/api/rooms/${room}`, { token: ada.token, body: { slowMode: 7 } });
  assert.deepEqual((await Promise.all(all)).map((notice) => notice.room.role), ["owner", "member", undefined]);
  assert.ok((await ask(bob.socket, "message:post", { room, text: "one" })).ok);
  const refused = await ask(bob.socket, "message:post", { room, text: "two" });
  expectError(refused, "slow-mode");
  assert.ok(refused.error.retryAfter >= 1 && refused.error.retryAfter <= 7);
  const banned = next(bob.socket, "room", (notice) => notice.gone === true);
  const role = next(bob.socket, "event", (event) => event.type === "role");
  const membership = `/api/rooms/${room}/members/${bob.account.id}`;
  await call(url, "PUT", membership, { token: ada.token, body: { role: "banned" } });
  assert.deepEqual([(await role).role, (await banned).room.id], ["banned", room]);
  expectError(await ask(bob.socket, "room:enter", { room }), "forbidden");
  const back = next(bob.socket, "room", (notice) => notice.room.id === room);
  await call(url, "DELETE", membership, { token: ada.token });
  assert.deepEqual([(await back).room.joined, (await back).gone], [false, undefined]);
  [ada, bob, eve].forEach(({ socket }) => socket.close());
});
