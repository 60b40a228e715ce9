// Connection state recovery as the official client sees it: node recovery.mjs PORT
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const url = `http://127.0.0.1:${process.argv[2]}`;
const socket = io(url, { transports: ["websocket"], reconnection: false });
const watch = io(`${url}/watch`, { transports: ["websocket"], forceNew: true });
await new Promise((resolve) => watch.once("connect", resolve));
const next = (event) => new Promise((resolve) => socket.once(event, (...values) => resolve(values)));

await new Promise((resolve) => (socket.connected ? resolve() : socket.once("connect", resolve)));
assert.equal(socket.recovered, false);
const id = socket.id;
socket.emit("count", 1);
assert.deepEqual((await next("counted")).slice(0, 1), [1]);
const missed = new Promise((resolve) => {
  const values = [];
  socket.on("counted", (value) => values.push(value) === 3 && resolve(values));
});
const lost = new Promise((resolve) => watch.once("lost", resolve));
// The server waits for the loss before it counts.
socket.emit("count while away");
await next("counting while away");
socket.io.engine.transport.ws.terminate();
await lost;
socket.connect();
await next("connect");
assert.equal(socket.recovered, true);
assert.equal(socket.id, id);
assert.deepEqual(await missed, [1, 2, 3]);
console.log("ok");
process.exit(0);
