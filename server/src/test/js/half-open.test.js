// A client that vanishes without a word: connected, and never heard of again. node half-open.test.js URL
import { test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { WebSocket } from "ws";
import { ask, connect, register } from "./chat.js";

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
