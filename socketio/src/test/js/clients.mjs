// The official client against a server of ours: node clients.mjs ADDRESS LIBRARY TRANSPORT[,TRANSPORT]
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const [url, library, transportNames] = process.argv.slice(2);
const { io } = createRequire(import.meta.url)(library);
const transports = transportNames.split(",");
const finalTransport = transports.at(-1);

function open(namespace = "/", options = {}) {
  return io(url + namespace, { transports, forceNew: true, reconnection: false, ...options });
}

function once(socket, event) {
  return new Promise((resolve) => socket.once(event, (...values) => resolve(values)));
}

function acknowledged(socket, event, ...values) {
  return new Promise((resolve) => socket.emit(event, ...values, (...answer) => resolve(answer)));
}

function upgraded(socket) {
  const engine = socket.io.engine;
  if (engine.transport.name === finalTransport) {
    return Promise.resolve();
  }
  return new Promise((resolve) => engine.once("upgrade", resolve));
}

async function connected(namespace, options) {
  const socket = open(namespace, options);
  await once(socket, "connect");
  return socket;
}

const cases = {
  async "connects with auth and ends on the wanted transport"() {
    const socket = open("/", { auth: { token: "secret" } });
    const [auth] = await once(socket, "auth");
    assert.deepEqual(auth, { token: "secret" });
    await upgraded(socket);
    assert.equal(socket.io.engine.transport.name, finalTransport);
    socket.disconnect();
  },

  async "echoes text, numbers, nesting and any character"() {
    const socket = await connected();
    const values = [1, -2.5e10, "é 💬  \u0000\u001e", null, true, { deep: [{ er: [[]] }] }];
    socket.emit("echo", ...values);
    assert.deepEqual(await once(socket, "echo"), values);
    socket.disconnect();
  },

  async "echoes binary anywhere"() {
    const socket = await connected();
    socket.emit("echo", Buffer.from([1, 2, 3]), { a: [Buffer.from([]), { b: Buffer.from([255]) }] });
    const [first, second] = await once(socket, "echo");
    assert.deepEqual([...first], [1, 2, 3]);
    assert.deepEqual([...second.a[0]], []);
    assert.deepEqual([...second.a[1].b], [255]);
    socket.disconnect();
  },

  async "acknowledges text and binary"() {
    const socket = await connected();
    assert.deepEqual(await acknowledged(socket, "ack", 1, "two"), [1, "two"]);
    const [bytes] = await acknowledged(socket, "ack", Buffer.from([9]));
    assert.deepEqual([...bytes], [9]);
    socket.disconnect();
  },

  async "is asked and answers, or does not"() {
    const socket = await connected();
    socket.on("question", (value, callback) => callback(value + 1, Buffer.from([value])));
    socket.emit("ask me", 41);
    const [answer, bytes] = await once(socket, "answered");
    assert.equal(answer, 42);
    assert.deepEqual([...bytes], [41]);
    socket.off("question");
    socket.emit("ask me", 41);
    assert.deepEqual(await once(socket, "unanswered"), []);
    socket.disconnect();
  },

  async "keeps the order both ways, also while it upgrades"() {
    const socket = await connected();
    const count = 2000;
    const received = [];
    const all = new Promise((resolve) => {
      socket.on("echo", (value) => {
        received.push(value);
        if (received.length === count) {
          resolve();
        }
      });
    });
    for (let value = 0; value < count; value++) {
      socket.emit("echo", value);
      if (value % 50 === 0) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
    await all;
    assert.deepEqual(received, [...Array(count).keys()]);
    socket.disconnect();
  },

  async "carries half a megabyte"() {
    const socket = await connected();
    const text = "x".repeat(500_000);
    assert.deepEqual(await acknowledged(socket, "ack", text), [text]);
    const bytes = Buffer.alloc(300_000, 7);
    const [back] = await acknowledged(socket, "ack", bytes);
    assert.ok(bytes.equals(Buffer.from(back)));
    socket.disconnect();
  },

  async "uses several namespaces over one connection"() {
    const manager = open("/").io;
    const main = manager.socket("/");
    const custom = manager.socket("/custom", { auth: { a: 1 } });
    main.connect();
    custom.connect();
    const [auth] = await once(custom, "auth");
    assert.equal(typeof auth, "object");
    assert.deepEqual(await acknowledged(custom, "ack", "custom"), ["custom"]);
    custom.disconnect();
    assert.deepEqual(await acknowledged(main, "ack", "main"), ["main"]);
    main.disconnect();
  },

  async "is told why it is refused"() {
    const unknown = open("/nowhere");
    const [refusal] = await once(unknown, "connect_error");
    assert.equal(refusal.message, "Invalid namespace");
    unknown.disconnect();
    const guarded = open("/guarded", { auth: { token: "bad" } });
    const [error] = await once(guarded, "connect_error");
    assert.equal(error.message, "forbidden");
    assert.deepEqual(error.data, { retry: false });
    guarded.disconnect();
  },

  async "is disconnected by the server, and comes back by itself after a lost connection"() {
    const socket = await connected();
    socket.emit("throw me out");
    assert.equal((await once(socket, "disconnect"))[0], "io server disconnect");
    const again = await connected("/", { reconnection: true, reconnectionDelay: 10 });
    again.emit("hang up");
    assert.match((await once(again, "disconnect"))[0], /transport close|transport error/);
    await once(again, "connect");
    assert.deepEqual(await acknowledged(again, "ack", 1), [1]);
    again.disconnect();
  },

  async "gets what is broadcast to its room, the sender excepted"() {
    const [one, two] = await Promise.all([connected(), connected()]);
    await Promise.all([acknowledged(one, "join", transportNames), acknowledged(two, "join", transportNames)]);
    const got = once(two, "said");
    one.emit("say", transportNames, "hello");
    assert.deepEqual(await got, ["hello"]);
    const own = once(one, "said");
    two.emit("say", transportNames, "hello too");
    assert.deepEqual(await own, ["hello too"]);
    one.disconnect();
    two.disconnect();
  },
};

for (const [name, run] of Object.entries(cases)) {
  const late = setTimeout(() => {
    console.error(`TIMEOUT ${name}`);
    process.exit(1);
  }, 15_000);
  try {
    await run();
  } catch (failure) {
    console.error(`FAILED ${name}`, failure);
    process.exit(1);
  }
  clearTimeout(late);
  console.log(`ok ${name}`);
}
process.exit(0);
