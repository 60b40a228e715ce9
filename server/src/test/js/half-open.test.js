// Clients that vanish without a word: connected, and never heard of again. node half-open.test.js URL
import { test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";
import { ask, call, connect, register } from "./chat.js";

const LOBBY = 1;
const url = process.argv[2];

test("who does not answer pings is offline after ping interval and timeout, seen by the others", async () => {
  const ada = await connect(url, (await register(url, "ada")).token);
  await ask(ada, "room:enter", { room: LOBBY });
  const told = (list, id) =>
    new Promise((resolve) => {
      ada.on("presence", (presence) => presence[list]?.some((one) => one.id === id) && resolve(presence));
    });
  const { account, token } = await register(url, "vanishing");
  const came = told("came", account.id);
  const went = told("went", account.id);

  const socket = new WebSocket(url.replace("http", "ws") + "/socket.io/?EIO=4&transport=websocket");
  await once(socket, "open");
  socket.send(`40${JSON.stringify({ token })}`);
  await came;
  const closed = once(socket, "close");
  const since = Date.now();
  await went;
  await closed;
  assert.ok(Date.now() - since < 10_000);
  assert.ok(ada.connected, "who answers stays");
  ada.close();
});

/** A client by polling, as it is on the wire: nothing polls or closes by itself. */
async function poller(token) {
  const endpoint = `${url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(endpoint)).text();
  const session = `${endpoint}&sid=${JSON.parse(opened.slice(1)).sid}`;
  const post = (body) => fetch(session, { method: "POST", body, headers: { "Content-Type": "text/plain" } });
  await post(`40${JSON.stringify({ token })}`);
  return { post, poll: (options) => fetch(session, options) };
}

async function figure(name) {
  const lines = (await (await fetch(`${url}/metrics`)).text()).split("\n");
  return Number(lines.find((line) => line.startsWith(`${name} `)).split(" ")[1]);
}

test("a poller that departs without a word goes with its session, its rooms and all that waited for it", async () => {
  const admin = { username: "ada", password: "the secret of ada" };
  const { token: keys } = await call(url, "POST", "/api/sessions", { body: admin });
  const bob = await register(url, "bob");
  const there = await connect(url, bob.token);
  await ask(there, "room:enter", { room: LOBBY });
  const { account, token } = await register(url, "departing");
  const told = (list) =>
    new Promise((resolve) => {
      there.on("presence", (presence) => presence[list]?.some((one) => one.id === account.id) && resolve(presence));
    });
  const came = told("came");
  const went = told("went");
  const departing = await poller(token);
  await answered(departing, "40");
  await came;
  const { online } = await load(LOBBY, bob.token);
  await departing.post(`421${JSON.stringify(["room:enter", { room: LOBBY }])}`);
  // The last that is heard of it: it has entered.
  assert.match(await answered(departing, "431"), /"outcome":"fresh"/);

  const waited = [];
  let isGone = false;
  went.then(() => (isGone = true));
  for (let i = 0; !isGone; i++) {
    assert.ok((await ask(there, "message:post", { room: LOBBY, text: `${i} ${"x".repeat(500)}` })).ok);
    await pause(50);
    waited.push(await figure("chatroom_socket_queued_bytes"));
  }

  assert.ok(Math.max(...waited) > 500, "something waited for it");
  const gone = await departing.poll();
  assert.equal(gone.status, 400);
  assert.equal((await load(LOBBY, bob.token)).online, online - 1);
  const { connections } = await call(url, "GET", "/api/connections", { token: keys });
  assert.deepEqual(connections.map(({ user }) => user), ["bob"]);
  assert.equal(await figure("chatroom_connections"), 1);
  await ask(there, "message:post", { room: LOBBY, text: "of this, nothing waits for anybody" });
  assert.equal(await figure("chatroom_socket_queued_bytes"), 0);
  there.close();
});

async function load(room, token) {
  return (await call(url, "GET", `/api/rooms/${room}`, { token })).room;
}

/** Polls until this comes; pings are answered. */
async function answered(client, start) {
  for (;;) {
    const packets = (await (await client.poll()).text()).split("\u001e");
    if (packets.includes("2")) {
      await client.post("3");
    }
    const answer = packets.find((packet) => packet.startsWith(start));
    if (answer) {
      return answer;
    }
  }
}
