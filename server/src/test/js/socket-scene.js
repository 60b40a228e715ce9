// What the tests of the socket's half of the contract have in common; each runs with the server's URL as its argument.
import assert from "node:assert/strict";
import { call, connect, register } from "./chat.js";

export const url = process.argv[2];
export const LOBBY = 1;
let numbers = Math.floor(Math.random() * 1e9);

/** A number that no name has yet. */
export function another() {
  return numbers++;
}

export async function person(options) {
  const { account, token } = await register(url, `person${another()}`);
  const socket = await connect(url, token, options);
  return { account, token, socket };
}

export async function openRoom(owner) {
  const { room } = await call(url, "POST", "/api/rooms", { token: owner.token, body: { name: `room ${another()}` } });
  return room.id;
}

/** Resolves with the first event of this name that fits. */
export function next(socket, event, fits = () => true, millis = 5_000) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no ${event} came`)), millis);
    socket.on(event, function listener(payload) {
      if (fits(payload)) {
        clearTimeout(timer);
        socket.off(event, listener);
        resolve(payload);
      }
    });
  });
}

export async function refusal(token, options) {
  try {
    (await connect(url, token, options)).close();
  } catch (error) {
    return error.message;
  }
  return "none";
}

export function expectError(answer, code) {
  assert.equal(answer.ok, false);
  assert.equal(answer.error.code, code);
  assert.equal(typeof answer.error.detail, "string");
}

/** The room as a fresh load has it. */
export async function load(who, room) {
  return (await call(url, "GET", `/api/rooms/${room}`, { token: who.token })).room;
}
