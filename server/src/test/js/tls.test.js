// Everything over TLS. NODE_EXTRA_CA_CERTS=CERTIFICATE node tls.test.js https://…
import { afterEach, before, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect, register } from "./chat.js";

const url = process.argv[2];
const LOBBY = 1;
let ada;

before(async () => {
  ada = await register(url, "ada");
});

afterEach(closeAll);

test("the page is served, and signing in sets a cookie for TLS alone", async () => {
  const page = await fetch(url);
  assert.equal(page.status, 200);
  assert.match(page.headers.get("Content-Type"), /text\/html/);
  const response = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ username: "ada", password: "the secret of ada" }),
  });
  assert.equal(response.status, 201);
  assert.match(response.headers.get("Set-Cookie"), /; Secure/);
});

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]]) {
  test(`posts go both ways by ${transports.join(", then ")}`, async () => {
    const origin = { extraHeaders: { Origin: url } };
    const writer = await connect(url, ada.token, { transports, ...origin });
    const reader = await connect(url, ada.token, { transports, ...origin });
    const texts = Array.from({ length: 50 }, (_, i) => `${transports} ${i} ${"x".repeat(i * 150)}`);
    await ask(reader, "room:enter", { room: LOBBY });
    const seen = [];
    const all = new Promise((resolve) => {
      reader.on("event", ({ text }) => {
        seen.push(text);
        if (seen.length === texts.length) {
          resolve();
        }
      });
    });
    const answers = await Promise.all(texts.map((text) => ask(writer, "message:post", { room: LOBBY, text })));
    assert.ok(answers.every(({ ok }) => ok));
    await all;
    assert.deepEqual(seen, texts);
  });
}

test("signing out closes the socket after its bye", async () => {
  const { token } = await register(url, "bob");
  const socket = await connect(url, token);
  const bye = new Promise((resolve) => socket.once("bye", resolve));
  const gone = new Promise((resolve) => socket.once("disconnect", resolve));
  await call(url, "DELETE", "/api/sessions/current", { token });
  assert.deepEqual(await bye, { reason: "signed-out" });
  await gone;
});
