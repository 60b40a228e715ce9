// Everything through a proxy that ends TLS, at a server that trusts 127.0.0.1 and nobody else, and has the account "root".
// NODE_EXTRA_CA_CERTS=CERTIFICATE node proxy.test.js https://PROXY http://SERVER
import { afterEach, before, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { ask, call, closeAll, connect, register } from "./chat.js";

const [proxy, server] = process.argv.slice(2);
const LOBBY = 1;
// Somebody else than the proxy, also on one machine.
const CLIENT = "127.0.0.2";
const ADA = { username: "ada", password: "the secret of ada" };
let ada;

/** For each test: what it waits for comes at once, or never. */
const PATIENCE = { timeout: 30_000 };

before(async () => {
  ada = await register(proxy, ADA.username);
});

afterEach(closeAll);

/** Signs in from CLIENT, and says what the cookie is like and from where the server takes the session to come. */
async function signIn(url, headers) {
  const request = (url.startsWith("https:") ? https : http).request(`${url}/api/sessions`, {
    method: "POST",
    localAddress: CLIENT,
    agent: false,
    headers: { "Content-Type": "application/json", ...headers },
  });
  request.end(JSON.stringify(ADA));
  const [response] = await once(request, "response");
  let text = "";
  for await (const part of response.setEncoding("utf8")) {
    text += part;
  }
  assert.equal(response.statusCode, 201, text);
  const { sessions } = await call(url, "GET", "/api/sessions", { token: JSON.parse(text).token });
  const { address } = sessions.find(({ current }) => current);
  const [cookie] = response.headers["set-cookie"];
  return { address, isSecure: /; Secure/i.test(cookie), cookie: cookie.split(";")[0] };
}

test("the page is served, and signing in sets a cookie for TLS alone, at the address of who asks", PATIENCE, async () => {
  const page = await fetch(proxy);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("Content-Type"), /text\/html/);
  const { address, isSecure } = await signIn(proxy, { Origin: proxy });
  assert.deepEqual([address, isSecure], [CLIENT, true]);
});

test("what a client says of itself is not believed, through the proxy or past it", PATIENCE, async () => {
  const lies = { "X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https" };
  const through = await signIn(proxy, lies);
  assert.deepEqual([through.address, through.isSecure], [CLIENT, true]);
  const past = await signIn(server, lies);
  assert.deepEqual([past.address, past.isSecure], [CLIENT, false]);
});

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]]) {
  test(`posts go both ways by ${transports.join(", then ")}, signed in by the cookie of the proxy's page`, PATIENCE, async () => {
    const { cookie } = await signIn(proxy, { Origin: proxy });
    const browser = { transports, extraHeaders: { Origin: proxy, Cookie: cookie } };
    const writer = await connect(proxy, undefined, browser);
    const reader = await connect(proxy, undefined, browser);
    await ask(reader, "room:enter", { room: LOBBY });
    const texts = Array.from({ length: 50 }, (_, i) => `${transports} ${i} ${"x".repeat(i * 150)}`);
    const seen = [];
    const all = new Promise((resolve) => {
      reader.on("event", ({ text }) => seen.push(text) === texts.length && resolve());
    });
    const answers = await Promise.all(texts.map((text) => ask(writer, "message:post", { room: LOBBY, text })));
    assert.ok(answers.every(({ ok }) => ok));
    await all;
    assert.deepEqual(seen, texts);
    const { engine } = reader.io;
    if (transports.includes("websocket") && engine.transport.name !== "websocket") {
      await new Promise((resolve) => engine.once("upgrade", resolve));
    }
  });
}

test("the page of the same name without TLS is another origin, and so is any other", PATIENCE, async () => {
  for (const origin of [proxy.replace("https:", "http:"), "https://evil.example"]) {
    await assert.rejects(connect(proxy, ada.token, { extraHeaders: { Origin: origin } }), /websocket error/);
  }
});

test("signing out closes the socket after its bye", PATIENCE, async () => {
  const { token } = await register(proxy, "bob");
  const socket = await connect(proxy, token);
  const bye = new Promise((resolve) => socket.once("bye", resolve));
  const gone = new Promise((resolve) => socket.once("disconnect", resolve));
  await call(proxy, "DELETE", "/api/sessions/current", { token });
  assert.deepEqual(await bye, { reason: "signed-out" });
  await gone;
});
