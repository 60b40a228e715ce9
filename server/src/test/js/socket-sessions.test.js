// Who gets a socket, and when it ends. node socket-sessions.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { ask, call, closeAll, connect, Reader, register } from "./chat.js";
import { another, LOBBY, next, person, refusal, url } from "./socket-scene.js";

afterEach(closeAll);

/** The same person in a session of its own. */
async function elsewhere({ account: { username } }, options) {
  const body = { username, password: `the secret of ${username}` };
  const { token } = await call(url, "POST", "/api/sessions", { body });
  return { token, socket: await connect(url, token, options) };
}

async function administrator() {
  const body = { username: "administrator", password: "the secret of administrator" };
  return (await call(url, "POST", "/api/sessions", { body })).token;
}

/** Until the server has so many connections of an account. */
async function devicesAre(count, { username }) {
  const keys = await administrator();
  for (let found = -1; found !== count; ) {
    const { connections } = await call(url, "GET", "/api/connections?limit=200", { token: keys });
    found = connections.filter(({ user }) => user === username).length;
  }
}

/** Sessions that are worth nothing any more, by socket and by REST. */
async function endedFor(...tokens) {
  for (const token of tokens) {
    assert.equal(await refusal(token), "unauthenticated");
    const problem = await call(url, "GET", "/api/accounts/me", { token, expect: [401] });
    assert.equal(problem.code, "unauthenticated");
  }
}

test("a socket without a token, with a forged one, with an ended one is refused", async () => {
  assert.equal(await refusal(undefined), "unauthenticated");
  assert.equal(await refusal("forged"), "unauthenticated");
  assert.equal(await refusal(42), "unauthenticated");
  const { token } = await register(url, `person${another()}`);
  await call(url, "DELETE", "/api/sessions/current", { token });
  assert.equal(await refusal(token), "unauthenticated");
});

test("a page that names its account is not let in as another one", async () => {
  const { account, token } = await register(url, `person${another()}`);
  (await connect(url, token, { auth: { token, account: account.id } })).close();
  assert.equal(await refusal(token, { auth: { token, account: account.id + 1 } }), "conflict");
  assert.equal(await refusal(token, { auth: { token, account: "me" } }), "conflict");
});

test("the cookie counts as a token", async () => {
  const { token } = await register(url, `person${another()}`);
  const socket = await connect(url, undefined, { extraHeaders: { Cookie: `other=1; chatroom=${token}` } });
  assert.ok(socket.connected);
  socket.close();
});

test("the cookie counts again when a socket comes back on the same connection", async () => {
  const { token } = await register(url, `person${another()}`);
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
  const { token } = await register(url, `person${another()}`);
  assert.match(await refusal(token, { extraHeaders: { Origin: "https://evil.example" } }), /websocket error/);
  const socket = await connect(url, token, { extraHeaders: { Origin: url } });
  socket.close();
});

test("coming and going is told, on any number of devices", async () => {
  const ada = await person();
  await ask(ada.socket, "room:enter", { room: LOBBY });
  const { account, token } = await register(url, `person${another()}`);
  const mentions = (list) => (presence) => presence[list]?.some((one) => one.id === account.id);
  const came = next(ada.socket, "presence", mentions("came"));
  const phone = await connect(url, token);
  const { online } = await came;
  assert.equal(typeof online, "number");
  const laptop = await connect(url, token);
  let hasGone = false;
  ada.socket.on("presence", (presence) => (hasGone ||= Boolean(mentions("went")(presence))));
  phone.close();
  await devicesAre(1, account);
  // Told after what may have been told of the phone.
  const other = await register(url, `person${another()}`);
  const later = next(ada.socket, "presence", ({ came }) => came?.some((one) => one.id === other.account.id));
  const tablet = await connect(url, other.token);
  await later;
  assert.equal(hasGone, false);
  tablet.close();
  const went = next(ada.socket, "presence", mentions("went"));
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
  const username = `person${another()}`;
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
  const keys = await administrator();
  const troll = await person();
  const { socket: poller, token: other } = await elsewhere(troll, { transports: ["polling"] });
  const byes = [troll.socket, poller].map((socket) => next(socket, "bye"));
  const closed = [troll.socket, poller].map((socket) => next(socket, "disconnect"));
  await call(url, "PATCH", `/api/accounts/${troll.account.id}`, { token: keys, body: { suspended: true } });
  assert.deepEqual(await Promise.all(byes), [{ reason: "suspended" }, { reason: "suspended" }]);
  await Promise.all(closed);
  await endedFor(troll.token, other);
  const { username } = troll.account;
  const body = { username, password: `the secret of ${username}` };
  assert.equal((await call(url, "POST", "/api/sessions", { body, expect: [403] })).code, "forbidden");
});

test("whose account is deleted with its posts is gone at once, and the posts go before everybody's eyes", async () => {
  const eve = await person();
  const reader = new Reader(url, (await register(url, `person${another()}`)).token, LOBBY);
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
  const { socket: poller, token: other } = await elsewhere(eve, { transports: ["polling"] });
  const byes = [eve.socket, poller].map((one) => next(one, "bye"));
  const closed = [eve.socket, poller].map((one) => next(one, "disconnect"));
  const me = await call(url, "GET", "/api/accounts/me", { token: eve.token });
  const body = { password: `the secret of ${me.account.username}`, posts: "delete" };
  await call(url, "DELETE", "/api/accounts/me", { token: eve.token, body });
  assert.deepEqual(await Promise.all(byes), [{ reason: "signed-out" }, { reason: "signed-out" }]);
  await Promise.all(closed);
  await endedFor(eve.token, other);
  await all;
  assert.deepEqual(seen, posted);
  assert.deepEqual(reader.faults, []);
});

test("another display name is told to who is there, and stands on what comes after", async () => {
  const ada = await person();
  const bob = await person();
  await ask(ada.socket, "room:enter", { room: LOBBY });
  await ask(bob.socket, "room:enter", { room: LOBBY });
  const displayName = `Ada ${another()}`;
  const told = next(bob.socket, "presence", ({ came = [] }) => came.some(({ name }) => name === displayName));
  await call(url, "PATCH", "/api/accounts/me", { token: ada.token, body: { displayName } });
  await told;
  const seen = next(bob.socket, "event", (event) => event.text === displayName);
  assert.ok((await ask(ada.socket, "message:post", { room: LOBBY, text: displayName })).ok);
  assert.deepEqual((await seen).author, { id: ada.account.id, name: displayName });
  ada.socket.close();
  bob.socket.close();
});
