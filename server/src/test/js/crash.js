// Kills the server with SIGKILL, again and again, while clients post and readers read; then compares every acknowledged
// post with the history and with what each reader saw: none lost, none twice, one order.
//
// node crash.js ROUNDS DATA_FOLDER COMMAND…     COMMAND starts the server on DATA_FOLDER at a free port
import { spawn } from "node:child_process";
import assert from "node:assert/strict";
import { once } from "node:events";
import readline from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { ask, connect, history, Reader, register } from "./chat.js";

const LOBBY = 1;
const WRITERS = 8;
const READERS = 3;
const WINDOW = 16;

const rounds = Number(process.argv[2]);
const folder = process.argv[3];
const command = process.argv.slice(4);

let server;
let url;

async function start() {
  server = spawn(command[0], [...command.slice(1), "--port", "0", "--data", folder, "--set", "limits=off"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of readline.createInterface({ input: server.stdout })) {
    const ready = /ready at (\S+)/.exec(line);
    if (ready) {
      url = ready[1];
      server.stdout.resume();
      return;
    }
  }
  throw new Error("the server did not start");
}

async function kill() {
  server.kill("SIGKILL");
  await once(server, "exit");
}

/** Posts with a window of unanswered posts; what was not answered when the server died is sent again, same key. */
class Writer {
  constructor(name) {
    Object.assign(this, { name, next: 0, pending: new Map(), acknowledged: new Map(), retried: 0, posting: false });
  }

  async run() {
    this.socket = await connect(url, this.token);
    const entered = await ask(this.socket, "room:enter", { room: LOBBY, limit: 1 });
    assert.ok(entered.ok);
    this.posting = true;
    for (const text of [...this.pending.values()]) {
      this.retried++;
      this.send(text);
    }
    this.fill();
  }

  fill() {
    while (this.posting && this.pending.size < WINDOW) {
      this.send(`${this.name}-${this.next++}`);
    }
  }

  send(text) {
    this.pending.set(text, text);
    this.socket.emit("message:post", { room: LOBBY, text, key: text }, (answer) => {
      assert.ok(answer.ok, JSON.stringify(answer));
      const before = this.acknowledged.get(text);
      assert.ok(before === undefined || before === answer.position, "two positions for one key");
      this.acknowledged.set(text, answer.position);
      this.pending.delete(text);
      this.fill();
    });
  }

  async finish() {
    this.posting = false;
    while (this.pending.size > 0) {
      await pause(5);
    }
  }
}

const writers = Array.from({ length: WRITERS }, (_, i) => new Writer(`writer${i}`));
let readers;
let inFlight = 0;

await start();
for (const writer of writers) {
  writer.token = (await register(url, writer.name)).token;
}
const readerToken = (await register(url, "reader")).token;
readers = Array.from({ length: READERS }, () => new Reader(url, readerToken, LOBBY));

for (let round = 0; round <= rounds; round++) {
  if (round > 0) {
    await start();
  }
  const sockets = [];
  for (const reader of readers) {
    reader.url = url;
    const socket = await connect(url, readerToken);
    sockets.push(socket);
    await reader.attach(socket);
  }
  await Promise.all(writers.map((writer) => writer.run()));
  if (round < rounds) {
    await pause(200 + Math.random() * 1_000);
    while (writers.some((writer) => writer.pending.size === 0)) {
      await pause(1);
    }
    inFlight += writers.reduce((sum, writer) => sum + writer.pending.size, 0);
    await kill();
    [...sockets, ...writers.map((writer) => writer.socket)].forEach((socket) => socket.close());
  } else {
    await Promise.all(writers.map((writer) => writer.finish()));
  }
}

const { messages, asOf } = await history(url, readerToken, LOBBY);
while (readers.some((reader) => reader.position < asOf)) {
  await pause(5);
}
const byKey = new Map(messages.map((message) => [message.key, message]));
assert.equal(byKey.size, messages.length, "a key stands twice in the history");
let acknowledged = 0;
for (const writer of writers) {
  for (const [text, position] of writer.acknowledged) {
    acknowledged++;
    const message = byKey.get(text);
    assert.ok(message, `acknowledged and lost: ${text}`);
    assert.equal(message.id, position, `moved: ${text}`);
    assert.equal(message.text, text);
  }
  const order = messages.filter((message) => message.author.name === writer.name).map((message) => message.id);
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
}
assert.equal(messages.length, acknowledged, "in the history and never sent");
const expected = messages.map(({ id, text }) => `${id} ${text}`);
readers.forEach((reader, i) => {
  assert.deepEqual(reader.faults, [], `reader ${i} missed something`);
  const seen = reader.seen.map(({ position, text }) => `${position} ${text}`);
  assert.deepEqual(seen, expected, `reader ${i} saw something else than the history`);
});
const retried = writers.reduce((sum, writer) => sum + writer.retried, 0);
await kill();
console.log(
  `${rounds} kills with ${inFlight} posts in flight; ${acknowledged} posts acknowledged, ${retried} sent again;` +
    ` none lost, none twice, one order for ${READERS} readers`,
);
process.exit(0);
