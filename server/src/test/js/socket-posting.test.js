// Posts, and what is done to them. node socket-posting.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, history } from "./chat.js";
import { expectError, LOBBY, next, openRoom, person, url } from "./socket-scene.js";

afterEach(closeAll);

test("a post is acknowledged with its position and seen by all, its author too, at once", async () => {
  const ada = await person();
  const bob = await person();
  const { head } = await ask(ada.socket, "room:enter", { room: LOBBY });
  await ask(bob.socket, "room:enter", { room: LOBBY });
  const mine = next(ada.socket, "event", (event) => event.key === "seen-by-all");
  const theirs = next(bob.socket, "event", (event) => event.key === "seen-by-all");
  const text = "<script>alert(1)</script> \u202Egnp.exe\u202C 😀\n\tend";
  const answer = await ask(ada.socket, "message:post", { room: LOBBY, text, key: "seen-by-all" });
  const event = await theirs;
  assert.deepEqual(event, await mine);
  assert.deepEqual(event, {
    type: "posted",
    room: LOBBY,
    position: answer.position,
    prev: head,
    at: answer.at,
    author: { id: ada.account.id, name: ada.account.username },
    text,
    key: "seen-by-all",
  });
  ada.socket.close();
  bob.socket.close();
});

test("a retry with the same key is the same message; another text is a conflict", async () => {
  const ada = await person();
  const post = { room: LOBBY, text: "once", key: "retried" };
  const first = await ask(ada.socket, "message:post", post);
  assert.equal(first.duplicate, undefined);
  assert.deepEqual(await ask(ada.socket, "message:post", post), {
    ok: true,
    position: first.position,
    at: first.at,
    duplicate: true,
  });
  expectError(await ask(ada.socket, "message:post", { ...post, text: "twice" }), "conflict");
  ada.socket.close();
});

test("bad input is refused with its code, and the connection stays", async () => {
  const { socket } = await person();
  const post = (fields) => ask(socket, "message:post", { room: LOBBY, text: "text", ...fields });
  expectError(await post({ text: "" }), "invalid");
  expectError(await post({ text: " \n\u00A0\u2003" }), "invalid");
  expectError(await post({ text: "a\u0000b" }), "invalid");
  expectError(await post({ text: "a\u0007b" }), "invalid");
  expectError(await post({ text: "😀".repeat(8_001) }), "invalid");
  expectError(await post({ text: 5 }), "invalid");
  expectError(await post({ text: undefined }), "invalid");
  expectError(await post({ key: "k".repeat(65) }), "invalid");
  expectError(await post({ unknown: 1 }), "invalid");
  expectError(await post({ room: "1" }), "invalid");
  expectError(await post({ room: -1 }), "invalid");
  expectError(await post({ room: 2 ** 60 }), "invalid");
  expectError(await post({ room: 999_999 }), "not-found");
  expectError(await post({ attachments: [12345] }), "invalid");
  expectError(await ask(socket, "message:post", "text"), "invalid");
  expectError(await ask(socket, "message:post", [1, 2]), "invalid");
  expectError(await ask(socket, "message:post", Buffer.from("binary")), "invalid");
  expectError(await ask(socket, "message:post", { room: LOBBY, text: Buffer.from("binary") }), "invalid");
  expectError(await ask(socket, "room:enter", { room: 999_999 }), "not-found");
  expectError(await ask(socket, "room:enter", { room: LOBBY, limit: 201 }), "invalid");
  expectError(await ask(socket, "room:enter", { room: LOBBY, limit: 0 }), "invalid");
  expectError(await ask(socket, "no:such:event", {}), "invalid");
  expectError(await socket.timeout(5_000).emitWithAck("message:post"), "invalid");
  expectError(await socket.timeout(5_000).emitWithAck("message:post", { room: LOBBY, text: "a" }, "b"), "invalid");
  const problem = await post({ text: "", key: "" });
  assert.deepEqual(Object.keys(problem.error.fields).sort(), ["key", "text"]);
  assert.ok((await post({ text: "😀".repeat(8_000) })).ok);
  assert.ok(socket.connected);
  socket.close();
});

test("an edit is seen by all, and only its author's", async () => {
  const ada = await person();
  const bob = await person();
  await ask(bob.socket, "room:enter", { room: LOBBY });
  const { position: id } = await ask(ada.socket, "message:post", { room: LOBBY, text: "befor" });
  const seen = next(bob.socket, "event", (event) => event.type === "edited" && event.id === id);
  const { position } = await ask(ada.socket, "message:edit", { room: LOBBY, id, text: "before" });
  assert.deepEqual([(await seen).position, (await seen).text], [position, "before"]);
  assert.equal((await ask(ada.socket, "message:edit", { room: LOBBY, id, text: "before" })).position, position);
  expectError(await ask(bob.socket, "message:edit", { room: LOBBY, id, text: "mine" }), "forbidden");
  expectError(await ask(ada.socket, "message:edit", { room: LOBBY, id, text: " " }), "invalid");
  expectError(await ask(ada.socket, "message:edit", { room: LOBBY, id: id + 999_999, text: "x" }), "not-found");
  const { message } = await call(url, "GET", `/api/rooms/${LOBBY}/messages/${id}`, { token: bob.token });
  assert.deepEqual([message.text, message.version, message.edited > 0], ["before", position, true]);
  ada.socket.close();
  bob.socket.close();
});

test("a deletion takes the text away for good, by its author or a moderator and nobody else", async () => {
  const owner = await person();
  const room = await openRoom(owner);
  const ada = await person();
  const bob = await person();
  const { epoch, head } = await ask(ada.socket, "room:enter", { room });
  await ask(bob.socket, "room:enter", { room });
  const post = (text) => ask(ada.socket, "message:post", { room, text });
  const mine = await post("my secret");
  const rude = await post("something rude");
  expectError(await ask(bob.socket, "message:delete", { room, id: mine.position }), "forbidden");
  const seen = next(bob.socket, "event", (event) => event.type === "deleted" && event.id === mine.position);
  assert.ok((await ask(ada.socket, "message:delete", { room, id: mine.position })).ok);
  await seen;
  assert.ok((await ask(owner.socket, "message:delete", { room, id: rude.position })).ok);
  expectError(await ask(ada.socket, "message:edit", { room, id: mine.position, text: "again" }), "not-found");
  expectError(await ask(bob.socket, "reaction:add", { room, id: mine.position, emoji: "👍" }), "not-found");
  const { messages } = await history(url, bob.token, room);
  assert.deepEqual(messages.map((message) => [message.text, message.deleted > 0]), [["", true], ["", true]]);
  const { events } = await ask(bob.socket, "room:enter", { room, after: head, epoch });
  assert.doesNotMatch(JSON.stringify(events), /secret|rude/);
  const posted = events.filter((event) => event.type === "posted");
  assert.ok(posted.length === 2 && posted.every((event) => event.deleted > 0 && event.text === ""));
  [owner, ada, bob].forEach(({ socket }) => socket.close());
});

test("reactions are counted, each person once", async () => {
  const ada = await person();
  const bob = await person();
  const { position: id } = await ask(ada.socket, "message:post", { room: LOBBY, text: "react to this" });
  const react = (who, emoji, event = "reaction:add") => ask(who.socket, event, { room: LOBBY, id, emoji });
  const first = await react(ada, "👍🏽");
  assert.ok(first.position > id);
  assert.equal((await react(ada, "👍🏽")).position, first.position, "twice is once");
  await react(bob, "👍🏽");
  await react(bob, "👩‍👩‍👧");
  await react(ada, "❤️");
  await react(ada, "❤️", "reaction:remove");
  for (const emoji of ["", "no", "a👍", "👍".repeat(20), "<b>", 5]) {
    expectError(await react(ada, emoji), "invalid");
  }
  const { message } = await call(url, "GET", `/api/rooms/${LOBBY}/messages/${id}`, { token: ada.token });
  assert.deepEqual(message.reactions, [
    { emoji: "👍🏽", count: 2, mine: true },
    { emoji: "👩‍👩‍👧", count: 1, mine: false },
  ]);
  ada.socket.close();
  bob.socket.close();
});

test("typing is told to the others who are in the room, and to no one else", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  await ask(ada.socket, "room:enter", { room });
  expectError(await ask(bob.socket, "typing", { room }), "forbidden");
  await ask(bob.socket, "room:enter", { room });
  const told = next(ada.socket, "typing");
  bob.socket.on("typing", () => assert.fail("told of oneself"));
  assert.ok((await ask(bob.socket, "typing", { room })).ok);
  assert.deepEqual(await told, { room, accounts: [{ id: bob.account.id, name: bob.account.username }] });
  ada.socket.close();
  bob.socket.close();
});

test("a reply goes to a message of the same room", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const { position } = await ask(ada.socket, "message:post", { room: LOBBY, text: "elsewhere" });
  const { position: here } = await ask(ada.socket, "message:post", { room, text: "here" });
  const refused = await ask(ada.socket, "message:post", { room, text: "astray", replyTo: position });
  expectError(refused, "invalid");
  assert.deepEqual(Object.keys(refused.error.fields), ["replyTo"]);
  expectError(await ask(ada.socket, "message:post", { room, text: "ahead", replyTo: here + 1_000 }), "invalid");
  assert.ok((await ask(ada.socket, "message:post", { room, text: "well", replyTo: here })).ok);
  ada.socket.close();
});

test("a message over the limit closes that connection and no other", async () => {
  const ada = await person();
  const bob = await person();
  const closed = next(ada.socket, "disconnect");
  ada.socket.emit("message:post", { room: LOBBY, text: "x".repeat(200_000) });
  await closed;
  assert.ok((await ask(bob.socket, "message:post", { room: LOBBY, text: "still here" })).ok);
  bob.socket.close();
});

test("without an acknowledgement asked for, a refusal is silent", async () => {
  const { socket } = await person();
  socket.emit("message:post", { room: LOBBY, text: "" });
  socket.emit("message:post", { room: 999_999, text: "text" });
  assert.ok((await ask(socket, "message:post", { room: LOBBY, text: "after" })).ok);
  socket.close();
});
