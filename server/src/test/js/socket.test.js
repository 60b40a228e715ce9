// The socket's half of the contract, case by case, through the official client. node socket.test.js URL
import { afterEach, before, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { ask, call, closeAll, connect, history, Reader, register } from "./chat.js";

const url = process.argv[2];
const LOBBY = 1;
let names = Math.floor(Math.random() * 1e9);

async function person(options) {
  const { account, token } = await register(url, `person${names++}`);
  const socket = await connect(url, token, options);
  return { account, token, socket };
}

async function openRoom(owner) {
  const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${names++}` } });
  return room.id;
}

/** Resolves with the first event of this name that fits. */
function next(socket, event, fits = () => true, millis = 5_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), millis);
    socket.on(event, function listener(payload) {
      if (fits(payload)) {
        clearTimeout(timer);
        socket.off(event, listener);
        resolve(payload);
      }
    });
  });
}

async function refusal(token, options) {
  try {
    (await connect(url, token, options)).close();
  } catch (error) {
    return error.message;
  }
  return "none";
}

function expectError(answer, code) {
  assert.equal(answer.ok, false);
  assert.equal(answer.error.code, code);
  assert.equal(typeof answer.error.detail, "string");
}

afterEach(closeAll);

// The first account of a server is its administrator.
before(() => register(url, "administrator"));

test("a socket without a token, with a forged one, with an ended one is refused", async () => {
  assert.equal(await refusal(undefined), "unauthenticated");
  assert.equal(await refusal("forged"), "unauthenticated");
  assert.equal(await refusal(42), "unauthenticated");
  const { token } = await register(url, `person${names++}`);
  await call(url, "DELETE", "/api/sessions/current", { token });
  assert.equal(await refusal(token), "unauthenticated");
});

test("a page that names its account is not let in as another one", async () => {
  const { account, token } = await register(url, `person${names++}`);
  (await connect(url, token, { auth: { token, account: account.id } })).close();
  assert.equal(await refusal(token, { auth: { token, account: account.id + 1 } }), "conflict");
  assert.equal(await refusal(token, { auth: { token, account: "me" } }), "conflict");
});

test("the cookie counts as a token", async () => {
  const { token } = await register(url, `person${names++}`);
  const socket = await connect(url, undefined, { extraHeaders: { Cookie: `other=1; chatroom=${token}` } });
  assert.ok(socket.connected);
  socket.close();
});

test("the cookie counts again when a socket comes back on the same connection", async () => {
  const { token } = await register(url, `person${names++}`);
  const headers = { Cookie: `chatroom=${token}` };
  const socket = new WebSocket(url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket", { headers });
  const answers = [];
  socket.on("message", (packet) => answers.push(String(packet)));
  const answered = async (count) => {
    while (answers.length < count) await once(socket, "message");
    return answers[count - 1];
  };
  await answered(1);
  socket.send("40");
  assert.match(await answered(2), /^40\{/);
  socket.send("41");
  socket.send("40");
  assert.match(await answered(3), /^40\{/);
  socket.close();
});

test("a foreign origin gets no handshake", async () => {
  const { token } = await register(url, `person${names++}`);
  assert.match(await refusal(token, { extraHeaders: { Origin: "https://evil.example" } }), /websocket error/);
  const socket = await connect(url, token, { extraHeaders: { Origin: url } });
  socket.close();
});

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
  const body = { name: `room ${names++}`, visibility: "private" };
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

test("coming and going is told within a second, on any number of devices", async () => {
  const ada = await person();
  await ask(ada.socket, "room:enter", { room: LOBBY });
  const { account, token } = await register(url, `person${names++}`);
  const mentions = (list) => (presence) => presence[list]?.some((one) => one.id === account.id);
  const came = next(ada.socket, "presence", mentions("came"), 1_000);
  const phone = await connect(url, token);
  const { online } = await came;
  assert.equal(typeof online, "number");
  const laptop = await connect(url, token);
  const tooEarly = next(ada.socket, "presence", mentions("went"), 700).then(
    () => "went",
    () => "still here",
  );
  phone.close();
  assert.equal(await tooEarly, "still here");
  const went = next(ada.socket, "presence", mentions("went"), 1_000);
  laptop.close();
  await went;
  ada.socket.close();
});

test("signing out closes the session's sockets at once, with a word, and no others", async () => {
  const ada = await person();
  await ask(ada.socket, "room:enter", { room: LOBBY });
  const { username } = ada.account;
  const { token: other } = await call(url, "POST", "/api/sessions", {
    body: { username, password: `the secret of ${username}` },
  });
  const stays = await connect(url, other);
  const bye = next(ada.socket, "bye");
  const closed = next(ada.socket, "disconnect");
  await call(url, "DELETE", "/api/sessions/current", { token: ada.token });
  assert.deepEqual(await bye, { reason: "signed-out" });
  await closed;
  assert.ok((await ask(stays, "room:enter", { room: LOBBY })).ok);
  stays.close();
});

test("another password closes the sockets of the other sessions, and not one's own", async () => {
  const username = `person${names++}`;
  const { token } = await register(url, username);
  const current = `the secret of ${username}`;
  const { token: other } = await call(url, "POST", "/api/sessions", { body: { username, password: current } });
  const mine = await connect(url, token);
  const elsewhere = await connect(url, other);
  const bye = next(elsewhere, "bye");
  const closed = next(elsewhere, "disconnect");
  await call(url, "PUT", "/api/accounts/me/password", { token, body: { current, password: "quite another secret" } });
  assert.deepEqual(await bye, { reason: "signed-out" });
  await closed;
  assert.ok((await ask(mine, "room:enter", { room: LOBBY })).ok);
  assert.equal(await refusal(other), "unauthenticated");
  mine.close();
});

test("a suspended account's sockets close at once, whosever session made them", async () => {
  const admin = { username: "administrator", password: "the secret of administrator" };
  const { token: keys } = await call(url, "POST", "/api/sessions", { body: admin });
  const troll = await person();
  const bye = next(troll.socket, "bye");
  const closed = next(troll.socket, "disconnect");
  await call(url, "PATCH", `/api/accounts/${troll.account.id}`, { token: keys, body: { suspended: true } });
  assert.deepEqual(await bye, { reason: "suspended" });
  await closed;
  assert.equal(await refusal(troll.token), "unauthenticated");
});

test("whose account is deleted with its posts is gone at once, and the posts go before everybody's eyes", async () => {
  const eve = await person();
  const reader = new Reader(url, (await register(url, `person${names++}`)).token, LOBBY);
  const socket = await connect(url, reader.token);
  await reader.attach(socket);
  const posted = [];
  for (const text of ["one", "two", "three"]) {
    posted.push((await ask(eve.socket, "message:post", { room: LOBBY, text })).position);
  }
  const seen = [];
  const all = new Promise((resolve) => {
    socket.on("event", ({ type, id }) => {
      if (type === "deleted" && posted.includes(id) && seen.push(id) === posted.length) {
        resolve();
      }
    });
  });
  const bye = next(eve.socket, "bye");
  const closed = next(eve.socket, "disconnect");
  const me = await call(url, "GET", "/api/accounts/me", { token: eve.token });
  const body = { password: `the secret of ${me.account.username}`, posts: "delete" };
  await call(url, "DELETE", "/api/accounts/me", { token: eve.token, body });
  assert.deepEqual(await bye, { reason: "signed-out" });
  await closed;
  assert.equal(await refusal(eve.token), "unauthenticated");
  await all;
  assert.deepEqual(seen, posted);
  assert.deepEqual(reader.faults, []);
});

test("another display name is told to who is there, and stands on what comes after", async () => {
  const ada = await person();
  const bob = await person();
  await ask(ada.socket, "room:enter", { room: LOBBY });
  await ask(bob.socket, "room:enter", { room: LOBBY });
  const displayName = `Ada ${names++}`;
  const told = next(bob.socket, "presence", ({ came = [] }) => came.some(({ name }) => name === displayName));
  await call(url, "PATCH", "/api/accounts/me", { token: ada.token, body: { displayName } });
  await told;
  const seen = next(bob.socket, "event", (event) => event.text === displayName);
  assert.ok((await ask(ada.socket, "message:post", { room: LOBBY, text: displayName })).ok);
  assert.deepEqual((await seen).author, { id: ada.account.id, name: displayName });
  ada.socket.close();
  bob.socket.close();
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
  const body = { name: `hidden ${names++}`, visibility: "private" };
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

/** The room as a fresh load has it. */
async function load(who, room) {
  return (await call(url, "GET", `/api/rooms/${room}`, { token: who.token })).room;
}

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
  const body = { name: `hidden ${names++}`, visibility: "private" };
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
