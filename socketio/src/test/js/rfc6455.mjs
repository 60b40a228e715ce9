// What a client may not do on a WebSocket, played by ws over its raw socket: node rfc6455.mjs PORT
import assert from "node:assert/strict";
import { WebSocket } from "ws";

const url = `ws://127.0.0.1:${process.argv[2]}/engine.io/?EIO=4&transport=websocket`;
const MASK = Buffer.from([1, 2, 3, 4]);

function masked(payload) {
  return Buffer.from(payload.map((byte, index) => byte ^ MASK[index & 3]));
}

/** A frame with a short payload. */
function frame(firstByte, payload = Buffer.alloc(0)) {
  return Buffer.concat([Buffer.from([firstByte, 0x80 | payload.length]), MASK, masked(payload)]);
}

function open() {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.once("error", reject);
    socket.once("message", () => resolve(socket));
  });
}

async function closeCodeOf(bytes) {
  const socket = await open();
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket._socket.write(bytes);
  return closed;
}

const closing = {
  "text that is not UTF-8": [1007, frame(0x81, Buffer.from([0x34, 0xc3, 0x28]))],
  "text with a surrogate": [1007, frame(0x81, Buffer.from([0x34, 0xed, 0xa0, 0x80]))],
  "text in an overlong form": [1007, frame(0x81, Buffer.from([0x34, 0xc0, 0xaf]))],
  "text beyond Unicode": [1007, frame(0x81, Buffer.from([0x34, 0xf4, 0x90, 0x80, 0x80]))],
  "text that ends in half a character": [1007, frame(0x81, Buffer.from([0x34, 0xe2, 0x82]))],
  "reserved bit 1": [1002, frame(0xc1, Buffer.from("4"))],
  "reserved bit 2": [1002, frame(0xa1, Buffer.from("4"))],
  "reserved bit 3": [1002, frame(0x91, Buffer.from("4"))],
  "reserved data opcode": [1002, frame(0x83, Buffer.from("4"))],
  "reserved control opcode": [1002, frame(0x8b)],
  "a frame without mask": [1002, Buffer.from([0x81, 0x01, 0x34])],
  "a fragmented ping": [1002, frame(0x09)],
  "a long ping": [1002, Buffer.concat([Buffer.from([0x89, 0xfe, 0, 126]), MASK, Buffer.alloc(126)])],
  "a continuation of nothing": [1002, frame(0x80, Buffer.from("4"))],
  "a new message within another": [1002, Buffer.concat([frame(0x01, Buffer.from("4")), frame(0x81, Buffer.from("4"))])],
  "a length that is too large": [1009, Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3, 4])],
  "a length with its highest bit": [1002, Buffer.from([0x81, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 4])],
  "a length not in its shortest form": [1002, Buffer.from([0x81, 0xfe, 0, 1, 1, 2, 3, 4, 0x35])],
  "a close with half a code": [1002, frame(0x88, Buffer.from([3]))],
  "a close with a reserved code": [1002, frame(0x88, Buffer.from([0x03, 0xed]))],
  "a close with a code below 1000": [1002, frame(0x88, Buffer.from([0x00, 0x05]))],
  "a close with a reason that is not UTF-8": [1007, frame(0x88, Buffer.from([0x03, 0xe8, 0xff]))],
  "an ordinary close": [1000, frame(0x88, Buffer.from([0x03, 0xe8]))],
  "a close with a private code": [4001, frame(0x88, Buffer.from([0x0f, 0xa1]))],
  "a close without a code": [1000, frame(0x88)],
};

for (const [name, [code, bytes]] of Object.entries(closing)) {
  assert.equal(await closeCodeOf(bytes), code, name);
  console.log(`ok ${name}`);
}

const socket = await open();
const pong = new Promise((resolve) => socket.once("pong", resolve));
const message = new Promise((resolve) => socket.on("message", (data) => String(data) !== "2" && resolve(data)));
const pieces = [frame(0x01, Buffer.from("4a")), frame(0x89, Buffer.from("hi")), frame(0x00), frame(0x80, Buffer.from("é"))];
for (const byte of Buffer.concat(pieces)) {
  socket._socket.write(Buffer.from([byte]));
  await new Promise((resolve) => setImmediate(resolve));
}
assert.equal(String(await pong), "hi");
assert.equal(String(await message), "4aé");
console.log("ok a fragmented message, byte by byte, with a ping in it");
process.exit(0);
