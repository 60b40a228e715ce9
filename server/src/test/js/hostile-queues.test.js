// What clients can make the server hold in all, by its own count, while somebody honest is served. node hostile-queues.test.js URL
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { ask, call, closeAll, connect, history, Reader, register } from "./chat.js";

const url = process.argv[2];
const [QUEUED_MAX, BODIES_MAX] = process.argv.slice(3).map(Number);
/** What one turn of a loop may write before anybody looks. */
const MORE = 8 * 1024 * 1024;
const MANY = 60;
const LARGE = "x".repeat(8_000);
let names = Math.floor(Math.random() * 1e9);
let ada;
let quiet;
let reader;
let said = 0;

async function person() {
  const { account, token } = await register(url, `person${names++}`);
  return { account, token, socket: await connect(url, token) };
}

async function openRoom(owner) {
  const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${names++}` } });
  return room.id;
}

async function figure(name) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split("\n")
    .filter((line) => line.startsWith(name))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** Somebody honest goes on, over the socket and by REST, until the condition holds; the figure never passes its bound. */
async function serveWhile(done, name, max) {
  let most = 0;
  for (let i = 0; i < 5 || !(await done()); i++) {
    assert.ok((await ask(ada.socket, "message:post", { room: quiet, text: `socket ${said}` }, 60_000)).ok);
    await call(url, "POST", `/api/rooms/${quiet}/messages`, { token: ada.token, body: { text: `REST ${said++}` } });
    const now = await figure(name);
    most = Math.max(most, now);
    assert.ok(now <= max, `${name} is ${now}, more than ${max}`);
  }
  return most;
}

/** Posts until it is stopped, without end and without a look at the answers. */
function flood(someone, room) {
  const state = { stopped: false };
  state.ended = (async () => {
    while (!state.stopped) {
      await Promise.all(
        Array.from({ length: 16 }, () =>
          ask(someone.socket, "message:post", { room, text: LARGE }, 60_000).catch(() => {}),
        ),
      );
    }
  })();
  state.stop = async () => {
    state.stopped = true;
    await state.ended;
  };
  return state;
}

/** A polling session that has entered a room, and then never polls again. */
async function deafPoller(token, room) {
  const base = `${url}/socket.io/?EIO=4&transport=polling`;
  const open = await (await fetch(base)).text();
  const session = `${base}&sid=${JSON.parse(open.slice(1)).sid}`;
  const say = async (packet) => (await fetch(session, { method: "POST", body: packet })).text();
  await say(`40${JSON.stringify({ token })}`);
  let heard = "";
  while (!heard.includes("40{")) {
    heard += await (await fetch(session)).text();
  }
  await say(`42["room:enter",{"room":${room},"limit":1}]`);
}

/** A connection that sends as it is told, and reads nothing. */
function raw(head) {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = net.connect(Number(port), hostname, () => {
      socket.write(head);
      socket.pause();
      resolve(socket);
    });
    socket.on("error", () => {});
  });
}

before(async () => {
  ada = await person();
  quiet = await openRoom(ada);
  reader = new Reader(url, ada.token, quiet);
  await reader.attach(ada.socket);
});

after(async () => {
  const { messages, asOf } = await history(url, ada.token, quiet);
  while (reader.position < asOf) {
    await pause(10);
  }
  assert.deepEqual(reader.faults, []);
  assert.deepEqual(
    reader.seen.map(({ text }) => text),
    messages.map(({ text }) => text),
  );
  closeAll();
});

test("sockets that never read while their room is flooded are sent away, and never hold more than they may", async () => {
  const loud = await openRoom(ada);
  const deaf = [];
  for (let i = 0; i < MANY; i++) {
    const one = await person();
    assert.ok((await ask(one.socket, "room:enter", { room: loud })).ok);
    one.socket.io.engine.transport.ws._socket.pause();
    deaf.push(one);
  }
  const before = await figure('chatroom_socket_disconnected_total{reason="slow"}');
  const flooding = flood(ada, loud);
  const gone = async () => (await figure('chatroom_socket_disconnected_total{reason="slow"}')) - before >= MANY;
  const most = await serveWhile(gone, "chatroom_socket_queued_bytes", QUEUED_MAX + MORE);
  await flooding.stop();
  assert.ok(most > 0, "nothing ever waited");
  deaf.forEach((one) => one.socket.io.engine.transport.ws.terminate());
});

test("polling sessions that nobody polls are sent away too", async () => {
  const loud = await openRoom(ada);
  const { token } = await register(url, `person${names++}`);
  for (let i = 0; i < MANY; i++) {
    await deafPoller(token, loud);
  }
  const before = await figure('chatroom_socket_disconnected_total{reason="slow"}');
  const flooding = flood(ada, loud);
  const gone = async () => (await figure('chatroom_socket_disconnected_total{reason="slow"}')) - before >= MANY;
  await serveWhile(gone, "chatroom_socket_queued_bytes", QUEUED_MAX + MORE);
  await flooding.stop();
});

test("who asks for large answers and does not read them is sent away", async () => {
  const large = await openRoom(ada);
  for (let i = 0; i < 100; i++) {
    await call(url, "POST", `/api/rooms/${large}/messages`, { token: ada.token, body: { text: LARGE } });
  }
  const before = await figure('chatroom_socket_disconnected_total{reason="slow"}');
  const asking = [];
  for (let i = 0; i < MANY; i++) {
    const one = await person();
    one.socket.io.engine.transport.ws._socket.pause();
    for (let n = 0; n < 20; n++) {
      one.socket.emit("room:enter", { room: large, limit: 200 }, () => {});
    }
    asking.push(one);
  }
  const gone = async () => (await figure('chatroom_socket_disconnected_total{reason="slow"}')) > before;
  await serveWhile(gone, "chatroom_socket_queued_bytes", QUEUED_MAX + MORE);
  asking.forEach((one) => one.socket.io.engine.transport.ws.terminate());
});

test("acknowledgements of what nobody asked are thrown away, however large", async () => {
  const one = await person();
  const { ws } = one.socket.io.engine.transport;
  for (let i = 0; i < 200; i++) {
    ws.send(`43${i}["${"y".repeat(100_000)}"]`);
  }
  await serveWhile(() => true, "chatroom_socket_queued_bytes", QUEUED_MAX + MORE);
  assert.ok((await ask(one.socket, "room:enter", { room: quiet })).ok);
});

test("bodies that never end are cut off before they are too much, and others come through", async () => {
  const { hostname, port } = new URL(url);
  const sid = JSON.parse((await (await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).text()).slice(1)).sid;
  const heads = [
    `POST /api/sessions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`,
    `POST /api/sessions HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n`,
    `POST /socket.io/?EIO=4&transport=polling&sid=${sid} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Length: 100000\r\n\r\n4`,
  ];
  const slow = [];
  const cut = () => figure("chatroom_bodies_cut_total");
  const coming = (async () => {
    for (let i = 0; i < 10 * MANY; i++) {
      slow.push(await raw(heads[i % heads.length]));
    }
  })();
  const most = await serveWhile(async () => (await cut()) > MANY, "chatroom_body_bytes", BODIES_MAX);
  await coming;
  await serveWhile(() => true, "chatroom_body_bytes", BODIES_MAX);
  assert.ok(most > BODIES_MAX / 2, `only ${most} bytes were ever announced`);
  slow.forEach((socket) => socket.destroy());
});
