// How many sockets may be opened. node connections.test.js URL, of a server behind a proxy at 127.0.0.1, with
// limits.connectionsByAccount=2, limits.connectionsByAddress=3, limits.handshakes=8/1h,
// limits.changes=3/1h, limits.reads=5/1h
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect, register } from "./chat.js";

const url = process.argv[2];

afterEach(closeAll);

function from(address, options = {}) {
  return { extraHeaders: { "X-Forwarded-For": address }, ...options };
}

async function refusal(token, options) {
  try {
    await connect(url, token, options);
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Until the server has seen that a socket is gone. */
async function eventually(token, options) {
  for (let i = 0; i < 200; i++) {
    if ((await refusal(token, options)) === undefined) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  assert.fail("still refused");
}

test("an account has so many sockets at the same time, and another has its own", async () => {
  const { token } = await register(url, "ada");
  const { token: other } = await register(url, "bob");
  const first = await connect(url, token, from("192.0.2.1"));
  await connect(url, token, from("192.0.2.2"));
  const refused = await refusal(token, from("192.0.2.3"));
  assert.equal(refused.message, "rate-limited");
  assert.equal(refused.data.code, "rate-limited");
  assert.ok(refused.data.retryAfter >= 1);
  await connect(url, other, from("192.0.2.3"));
  first.close();
  await eventually(token, from("192.0.2.4"));
});

test("an address has so many sockets, whosever they are, and what a client says of itself is no other address", async () => {
  const people = await Promise.all(["c1", "c2", "c3", "c4"].map((name) => register(url, name)));
  for (const { token } of people.slice(0, 3)) {
    await connect(url, token, from("198.51.100.1"));
  }
  const refused = await refusal(people[3].token, from("203.0.113.9, 198.51.100.1"));
  assert.equal(refused.message, "rate-limited");
  await connect(url, people[3].token, from("198.51.100.2"));
});

test("an address that shakes hands too often is refused at the handshake", async () => {
  const headers = { "X-Forwarded-For": "198.51.100.77" };
  const shake = () => fetch(`${url}/socket.io/?EIO=4&transport=polling`, { headers });
  for (let i = 0; i < 8; i++) {
    assert.equal((await shake()).status, 200);
  }
  const refused = await shake();
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers.get("Retry-After")) >= 1);
  assert.equal((await refused.json()).code, "rate-limited");
  const other = { "X-Forwarded-For": "198.51.100.78" };
  assert.equal((await fetch(`${url}/socket.io/?EIO=4&transport=polling`, { headers: other })).status, 200);
});

test("who changes too much by socket is refused, changes nothing, and posts on", async () => {
  const { token } = await register(url, "changing");
  const socket = await connect(url, token, from("192.0.2.200"));
  const { position: id } = await ask(socket, "message:post", { room: 1, text: "first" });
  const thumb = { room: 1, id, emoji: "👍" };
  for (const [event, payload] of [
    ["message:edit", { room: 1, id, text: "second" }],
    ["reaction:add", thumb],
    ["reaction:remove", thumb],
  ]) {
    assert.ok((await ask(socket, event, payload)).ok, event);
  }
  for (const [event, payload] of [
    ["message:edit", { room: 1, id, text: "third" }],
    ["reaction:add", thumb],
    ["message:delete", { room: 1, id }],
  ]) {
    const { error } = await ask(socket, event, payload);
    assert.equal(error.code, "rate-limited", event);
    assert.ok(error.retryAfter >= 1);
  }
  const { message } = await call(url, "GET", `/api/rooms/1/messages/${id}`, { token });
  assert.deepEqual([message.text, message.deleted, message.reactions ?? []], ["second", undefined, []]);
  assert.ok((await ask(socket, "message:post", { room: 1, text: "posts have a rate of their own" })).ok);
});

test("who enters rooms too often is refused, and posts on", async () => {
  const { token } = await register(url, "entering");
  const socket = await connect(url, token, from("192.0.2.201"));
  for (let i = 0; i < 5; i++) {
    assert.ok((await ask(socket, "room:enter", { room: 1 })).ok);
  }
  const { error } = await ask(socket, "room:enter", { room: 1 });
  assert.equal(error.code, "rate-limited");
  assert.ok(error.retryAfter >= 1);
  assert.ok((await ask(socket, "message:post", { room: 1, text: "posts have a rate of their own" })).ok);
});
