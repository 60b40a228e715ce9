// Entering rooms and coming back to them. node socket-entering.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect, history, Reader } from "./chat.js";
import { another, expectError, LOBBY, next, openRoom, person, url } from "./socket-scene.js";

afterEach(closeAll);

test("entering a public room makes one a member, and shows what is there", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  await call(url, "POST", `/api/rooms/${room}/messages`, { token: ada.token, body: { text: "welcome" } });
  const entered = await ask(bob.socket, "room:enter", { room });
  assert.equal(entered.ok, true);
  assert.equal(entered.outcome, "fresh");
  assert.equal(entered.room.id, room);
  assert.equal(entered.room.joined, true);
  assert.equal(entered.room.members, 2);
  assert.deepEqual(entered.messages.map((message) => message.text), ["welcome"]);
  assert.equal(typeof entered.epoch, "string");
  assert.ok(entered.head > entered.messages[0].id, "the head is the event of joining");
  assert.equal(entered.online, 2);
  assert.deepEqual(entered.people.map((one) => one.id).sort(), [ada.account.id, bob.account.id].sort());
  ada.socket.close();
  bob.socket.close();
});

test("with after, one who is no member reads along and may not post", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  const entered = await ask(bob.socket, "room:enter", { room, after: 0 });
  assert.equal(entered.outcome, "reset");
  assert.equal(entered.room.joined, false);
  const seen = next(bob.socket, "event", (event) => event.room === room);
  assert.ok((await ask(ada.socket, "message:post", { room, text: "public" })).ok);
  assert.equal((await seen).text, "public");
  expectError(await ask(bob.socket, "message:post", { room, text: "me too" }), "forbidden");
  ada.socket.close();
  bob.socket.close();
});

test("every room:enter is answered, also one that another or an exit overtakes", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const asked = [];
  for (let i = 0; i < 60; i++) {
    asked.push(ask(ada.socket, i % 3 === 2 ? "room:exit" : "room:enter", { room }));
  }
  for (const answer of await Promise.all(asked)) {
    assert.ok(answer.ok || answer.error.code === "conflict", JSON.stringify(answer));
  }
  assert.ok((await ask(ada.socket, "room:enter", { room })).ok);
  const seen = next(ada.socket, "event", (event) => event.room === room);
  assert.ok((await ask(ada.socket, "message:post", { room, text: "still there" })).ok);
  assert.equal((await seen).text, "still there");
});

test("an entry is refused to whoever is removed from a private room meanwhile", async () => {
  const ada = await person();
  const bob = await person();
  const body = { name: `room ${another()}`, visibility: "private" };
  const room = (await call(url, "POST", "/api/rooms", { token: ada.token, body })).room.id;
  const member = `/api/rooms/${room}/members/${bob.account.id}`;
  for (let i = 0; i < 20; i++) {
    await call(url, "PUT", member, { token: ada.token, body: { role: "member" } });
    const entries = Array.from({ length: 5 }, () => ask(bob.socket, "room:enter", { room }));
    const removed = call(url, "DELETE", member, { token: ada.token });
    for (const answer of await Promise.all(entries)) {
      assert.ok(answer.ok || ["conflict", "not-found"].includes(answer.error.code), JSON.stringify(answer));
    }
    await removed;
    expectError(await ask(bob.socket, "room:enter", { room }), "not-found");
  }
});

test("whoever comes back gets what was missed, once", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const { epoch, head } = await ask(ada.socket, "room:enter", { room });
  const bob = await person();
  await ask(bob.socket, "room:enter", { room });
  ada.socket.close();
  for (let i = 0; i < 5; i++) {
    await ask(bob.socket, "message:post", { room, text: `missed ${i}` });
  }
  const again = await connect(url, ada.token);
  const resumed = await ask(again, "room:enter", { room, after: head, epoch });
  assert.equal(resumed.outcome, "resumed");
  const texts = resumed.events.filter((event) => event.type === "posted").map((event) => event.text);
  assert.deepEqual(texts, ["missed 0", "missed 1", "missed 2", "missed 3", "missed 4"]);
  assert.equal(resumed.events[0].prev, head);
  assert.equal(resumed.head, resumed.events.at(-1).position);
  assert.deepEqual((await ask(again, "room:enter", { room, after: resumed.head, epoch })).events, []);
  again.close();
  bob.socket.close();
});

test("an archived room is read by whoever is no member, and takes nobody in", async () => {
  const ada = await person();
  const bob = await person();
  const room = await openRoom(ada);
  assert.ok((await ask(ada.socket, "message:post", { room, text: "before" })).ok);
  await call(url, "PATCH", `/api/rooms/${room}`, { token: ada.token, body: { archived: true } });
  const entered = await ask(bob.socket, "room:enter", { room });
  assert.equal(entered.outcome, "fresh");
  assert.equal(entered.room.joined, false);
  assert.deepEqual(entered.messages.map((message) => message.text), ["before"]);
  expectError(await ask(bob.socket, "message:post", { room, text: "me too" }), "forbidden");
});

test("a thousand long posts that were missed are no reset", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const { epoch, head } = await ask(ada.socket, "room:enter", { room });
  const text = "long ".repeat(120);
  await Promise.all(Array.from({ length: 1_000 }, () => ask(ada.socket, "message:post", { room, text })));
  ada.socket.close();
  const again = await connect(url, ada.token);
  const resumed = await ask(again, "room:enter", { room, after: head, epoch });
  assert.equal(resumed.outcome, "resumed");
  assert.equal(resumed.events.length, 1_000);
});

test("too much missed, a position beyond the head, another epoch or none is a reset", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const { epoch, head } = await ask(ada.socket, "room:enter", { room });
  const reset = async (fields) => {
    const answer = await ask(ada.socket, "room:enter", { room, ...fields });
    assert.equal(answer.outcome, "reset");
    assert.ok(Array.isArray(answer.messages));
    assert.equal(answer.events, undefined);
  };
  await reset({ after: head + 1_000, epoch });
  await reset({ after: head, epoch: "another" });
  await reset({ after: head });
  await Promise.all(
    Array.from({ length: 1_001 }, (_, i) => ask(ada.socket, "message:post", { room, text: `text ${i}` })),
  );
  await reset({ after: head, epoch });
  const { events } = await ask(ada.socket, "room:enter", { room, after: head + 1, epoch });
  assert.ok(events === undefined || events.length <= 1_000);
  ada.socket.close();
});

test("a room of long texts is caught up with in bounded answers", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const { epoch, head } = await ask(ada.socket, "room:enter", { room });
  const long = "\u0416".repeat(8_000);
  await Promise.all(Array.from({ length: 200 }, () => ask(ada.socket, "message:post", { room, text: long })));
  const answer = await ask(ada.socket, "room:enter", { room, after: head, epoch });
  assert.equal(answer.outcome, "reset");
  assert.ok(answer.more && JSON.stringify(answer).length < 1_500_000);
  assert.ok(answer.messages.length > 0);
  assert.equal((await history(url, ada.token, room)).messages.length, 200);
  assert.ok(ada.socket.connected);
  ada.socket.close();
});

test("nothing is missing between the answer and what follows, whoever enters while others post", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  const bob = await person();
  await ask(bob.socket, "room:enter", { room });
  let posting = true;
  let posted = 0;
  const flood = (async () => {
    while (posting) {
      await Promise.all(
        Array.from({ length: 16 }, () => ask(bob.socket, "message:post", { room, text: `flood ${posted++}` })),
      );
    }
  })();
  const readers = [];
  const sockets = [];
  for (let i = 0; i < 12; i++) {
    const reader = new Reader(url, ada.token, room);
    const socket = await connect(url, ada.token);
    await reader.attach(socket);
    readers.push(reader);
    sockets.push(socket);
  }
  posting = false;
  await flood;
  const { messages, asOf } = await history(url, ada.token, room);
  while (readers.some((reader) => reader.position < asOf)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (const reader of readers) {
    assert.deepEqual(reader.faults, []);
    assert.deepEqual(reader.seen.map((one) => one.position), messages.map((message) => message.id));
  }
  [...sockets, ada.socket, bob.socket].forEach((socket) => socket.close());
});

test("who has left a room gets nothing more of it", async () => {
  const ada = await person();
  const room = await openRoom(ada);
  await ask(ada.socket, "room:enter", { room });
  await ask(ada.socket, "room:enter", { room: LOBBY });
  const seen = [];
  ada.socket.on("event", (event) => seen.push(event.room));
  assert.deepEqual(await ask(ada.socket, "room:exit", { room }), { ok: true });
  await ask(ada.socket, "message:post", { room, text: "unheard" });
  const heard = next(ada.socket, "event", (event) => event.text === "heard");
  await ask(ada.socket, "message:post", { room: LOBBY, text: "heard" });
  await heard;
  assert.ok(!seen.includes(room));
  ada.socket.close();
});
