// Those who do not care for refusals, at a server with limits. node hostile-limits.test.js URL
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect, register } from "./chat.js";

const url = process.argv[2];
const ROOMS_MAX = Number(process.argv[3]);
let names = Math.floor(Math.random() * 1e9);

async function person() {
  const { account, token } = await register(url, `person${names++}`);
  return { account, token, socket: await connect(url, token) };
}

async function figure(name) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(
    text
      .split("\n")
      .find((line) => line.startsWith(name))
      .split(" ")
      .at(-1),
  );
}

after(closeAll);

test("a sender who ignores refusals is refused, and posts no more than it may", async () => {
  const sender = await person();
  const other = await person();
  const { room } = await call(url, "POST", "/api/rooms", { token: other.token, body: { name: `room ${names++}` } });
  assert.ok((await ask(sender.socket, "room:enter", { room: room.id })).ok);
  const { ws } = sender.socket.io.engine.transport;
  ws._socket.pause();
  const refused = 'chatroom_socket_refusals_total{code="rate-limited"}';
  const before = await figure(refused);
  const eventsBefore = await figure("chatroom_events_total");
  for (let i = 0; (await figure(refused)) < before + 20_000; i++) {
    for (let n = 0; n < 1_000 && ws.readyState === 1; n++) {
      sender.socket.emit("message:post", { room: room.id, text: `flood ${i}` }, () => {});
    }
    const answer = await ask(other.socket, "message:edit", { room: room.id, id: 1, text: "?" }, 60_000);
    assert.equal(answer.error.code, "not-found");
  }
  assert.ok((await ask(other.socket, "message:post", { room: room.id, text: "still here" }, 60_000)).ok);
  assert.ok((await figure("chatroom_socket_queued_bytes")) < 16 * 1024 * 1024);
  const posted = (await figure("chatroom_events_total")) - eventsBefore;
  assert.ok(posted < 100, `${posted} events came of it`);
  ws.terminate();
});

test("a socket enters so many rooms and no more, until it exits some", async () => {
  const owner = await person();
  const someone = await person();
  const rooms = [];
  for (let i = 0; i <= ROOMS_MAX; i++) {
    const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${names++}` } });
    rooms.push(room.id);
  }
  const [one, ...others] = rooms;
  const last = others.pop();
  for (const room of [one, ...others]) {
    assert.ok((await ask(someone.socket, "room:enter", { room })).ok);
  }
  const refused = await ask(someone.socket, "room:enter", { room: last });
  assert.equal(refused.error.code, "conflict");
  const mine = await call(url, "GET", `/api/rooms/${last}`, { token: someone.token });
  assert.equal(mine.room.joined, false);
  // One that it is in already may be entered again.
  assert.ok((await ask(someone.socket, "room:enter", { room: one })).ok);
  assert.ok((await ask(someone.socket, "room:exit", { room: one })).ok);
  assert.ok((await ask(someone.socket, "room:enter", { room: last })).ok);
  assert.ok((await ask(owner.socket, "room:enter", { room: last })).ok);
});
