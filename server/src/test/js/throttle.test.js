// A room faster than a person reads, through the official client. node throttle.test.js URL
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { ask, call, connect, history, Reader, register } from "./chat.js";

const url = process.argv[2];
const sockets = [];
let names = Math.floor(Math.random() * 1e9);

async function person() {
  const name = `person${names++}`;
  const { account, token } = await register(url, name);
  const socket = await connect(url, token);
  sockets.push(socket);
  return { name, account, token, socket };
}

async function openRoom(owner) {
  const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${names++}` } });
  return room.id;
}

async function watch(someone, room) {
  const reader = new Reader(url, someone.token, room);
  await reader.attach(someone.socket);
  return reader;
}

// One that goes on after a failure would keep the test from ending.
const floods = [];
afterEach(() => {
  floods.splice(0).forEach((each) => (each.stopped = true));
  sockets.splice(0).forEach((socket) => socket.close());
});

/** Posts until it is stopped: faster than a person reads, and not so fast that all of it takes long to read back. */
function flood(someone, room) {
  const state = { stopped: false, posted: 0 };
  floods.push(state);
  const line = async () => {
    while (!state.stopped) {
      const answer = await ask(someone.socket, "message:post", { room, text: `flood ${state.posted}` });
      assert.ok(answer.ok, JSON.stringify(answer));
      state.posted++;
      await pause(10);
    }
  };
  state.lines = line();
  state.stop = async () => {
    state.stopped = true;
    await state.lines;
  };
  return state;
}

async function until(condition, what) {
  for (let i = 0; i < 2_000; i++) {
    if (condition()) {
      return;
    }
    await pause(10);
  }
  assert.fail(`never: ${what}`);
}

/** What was shown and what was left out are the history, nothing twice, nothing missing, and the chain is exact. */
function expectExact(reader, messages) {
  assert.deepEqual(reader.faults, []);
  const positions = messages.map((message) => message.id);
  const covered = [...reader.seen.map(({ position }) => position)];
  for (const { from, to, count } of reader.skipped) {
    const run = positions.filter((position) => position >= from && position <= to);
    assert.equal(run.length, count, `the run from ${from} to ${to}`);
    assert.equal(run[0], from);
    assert.equal(run.at(-1), to);
    covered.push(...run);
  }
  assert.deepEqual(covered.sort((a, b) => a - b), positions);
}

test("what viewers of a flooded room are shown and told of as left out is exactly the history", async () => {
  const owner = await person();
  const room = await openRoom(owner);
  const viewer = await person();
  const readers = [await watch(owner, room), await watch(viewer, room)];
  const authors = await Promise.all(Array.from({ length: 4 }, person));
  for (const author of authors) {
    readers.push(await watch(author, room));
  }
  const named = await person();
  readers.push(await watch(named, room));
  const flooding = authors.map((author) => flood(author, room));
  await until(() => readers[1].skipped.length > 5, "posts are left out");

  // Those who lead are shown first; edits are never left out; who is named is shown that.
  const led = [];
  for (let i = 0; i < 5; i++) {
    led.push((await ask(owner.socket, "message:post", { room, text: `order, please ${i}` })).position);
    await pause(250);
  }
  const { position: edited } = await ask(owner.socket, "message:edit", { room, id: led[0], text: "order!" });
  const calls = [];
  for (let i = 0; i < 3; i++) {
    calls.push((await ask(viewer.socket, "message:post", { room, text: `look, @${named.name}, ${i}` })).position);
    await pause(250);
  }

  // Others come in, fresh and with a position, while it is fast.
  for (let i = 0; i < 12; i++) {
    const late = await person();
    const reader = await watch(late, room);
    readers.push(reader);
    await pause(30);
    late.socket.close();
    late.socket = await connect(url, late.token);
    sockets.push(late.socket);
    await reader.attach(late.socket);
  }
  await Promise.all(flooding.map((each) => each.stop()));
  const { position: last } = await ask(owner.socket, "message:post", { room, text: "calm again" });

  const { messages, asOf } = await history(url, owner.token, room);
  assert.ok(asOf >= last);
  await until(() => readers.every((reader) => reader.position >= asOf), "the tail comes");
  readers.forEach((reader) => expectExact(reader, messages));

  const seen = (reader) => new Set(reader.seen.map(({ position }) => position));
  const general = seen(readers[1]);
  assert.ok(led.every((position) => general.has(position)), "those who lead are shown");
  assert.ok(calls.every((position) => general.has(position)), "one's own posts are shown");
  assert.ok(calls.every((position) => seen(readers.at(6)).has(position)), "who is named is shown that");
  assert.ok(edited > 0);
  assert.ok(general.size < messages.length / 2, `${general.size} of ${messages.length} are more than a person reads`);
  authors.forEach((author, i) => {
    const own = messages.filter((message) => message.author.id === author.account.id);
    assert.ok(own.length > 0);
    assert.ok(own.every((message) => seen(readers[2 + i]).has(message.id)), "an author sees all its own");
  });
});

test("when it is calm again, everything is shown at once", async () => {
  const owner = await person();
  const room = await openRoom(owner);
  const viewer = await person();
  const reader = await watch(viewer, room);
  const flooding = flood(owner, room);
  await until(() => reader.skipped.length > 2, "posts are left out");
  await flooding.stop();
  await pause(1_500);
  const before = reader.skipped.length;
  for (let i = 0; i < 5; i++) {
    const { position } = await ask(owner.socket, "message:post", { room, text: `slowly ${i}` });
    await until(() => reader.position === position, "a post comes");
    await pause(150);
  }
  assert.equal(reader.skipped.length, before);
  const { messages } = await history(url, owner.token, room);
  expectExact(reader, messages);
});
