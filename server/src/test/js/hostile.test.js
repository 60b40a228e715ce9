// Clients that send without end and never wait, and some that never read, while two people chat. node hostile.test.js URL
import { test } from "node:test";
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { ask, call, connect, history, Reader, register } from "./chat.js";

const url = process.argv[2];
const SENDERS = 50;
const DEAF = 10;
const WORDS = 20;
// Four bytes each in UTF-8, two characters each in memory: as large as a post may be.
const LARGEST = "😀".repeat(8_000);
let names = Math.floor(Math.random() * 1e9);

async function person() {
  const { account, token } = await register(url, `person${names++}`);
  return { account, token, socket: await connect(url, token) };
}

async function openRoom(owner) {
  const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${names++}` } });
  return room.id;
}

/** As much as the operating system takes; no acknowledgement is asked for. Who is sent away for it comes again. */
async function sendWithoutEnd(sender, room, state) {
  while (!state.stopped) {
    if (!sender.socket.connected) {
      sender.socket = await connect(url, sender.token);
      sender.socket.emit("room:enter", { room });
    }
    const { ws } = sender.socket.io.engine.transport;
    if (ws && ws.bufferedAmount < 256 * 1024) {
      sender.socket.emit("message:post", { room, text: LARGEST });
      state.sent++;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Says it until it is taken; waits as long as it is told to. */
async function say(someone, room, text) {
  for (;;) {
    const answer = await ask(someone.socket, "message:post", { room, text, key: text }, 60_000);
    if (answer.ok) {
      return;
    }
    assert.equal(answer.error.code, "unavailable", JSON.stringify(answer));
    assert.ok(answer.error.retryAfter > 0);
    await pause(answer.error.retryAfter * 1_000);
  }
}

test("two people go on chatting while others send without end and some never read", async () => {
  const ada = await person();
  const bob = await person();
  const quiet = await openRoom(ada);
  const loud = await openRoom(ada);
  const readers = [];
  for (const someone of [ada, bob]) {
    const reader = new Reader(url, someone.token, quiet);
    await reader.attach(someone.socket);
    readers.push(reader);
  }
  const deaf = [];
  for (let i = 0; i < DEAF; i++) {
    const one = await person();
    assert.ok((await ask(one.socket, "room:enter", { room: loud })).ok);
    one.socket.io.engine.transport.ws._socket.pause();
    deaf.push(one);
  }
  const senders = [];
  for (let i = 0; i < SENDERS; i++) {
    const sender = await person();
    assert.ok((await ask(sender.socket, "room:enter", { room: loud })).ok);
    senders.push(sender);
  }
  const state = { stopped: false, sent: 0 };
  let said = 0;
  const sending = senders.map((sender) => sendWithoutEnd(sender, loud, state));
  try {
    // On a busy machine it takes longer until it is a flood.
    for (; said < WORDS || state.sent <= 1_000; said++) {
      await say(ada, quiet, `ada ${said}`);
      await say(bob, quiet, `bob ${said}`);
    }
  } finally {
    state.stopped = true;
    await Promise.all(sending);
    // Who reads nothing for so long that no ping is seen has ended by itself.
    [...senders, ...deaf].forEach((each) => each.socket.io.engine.transport.ws?.terminate());
  }
  const { messages, asOf } = await history(url, ada.token, quiet);
  assert.equal(messages.length, 2 * said);
  while (readers.some((reader) => reader.position < asOf)) {
    await pause(10);
  }
  readers.forEach((reader) => {
    assert.deepEqual(reader.faults, []);
    assert.deepEqual(
      reader.seen.map(({ text }) => text),
      messages.map(({ text }) => text),
    );
  });
  [ada, bob].forEach((each) => each.socket.close());
});
