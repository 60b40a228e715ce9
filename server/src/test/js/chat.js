// What the tests need of a chat client: REST by fetch, a socket by the official client, a reader that heals.
import { io } from "socket.io-client";

/** Calls the REST API; fails on any status that is not expected. */
export async function call(url, method, path, { token, body, expect = [200, 201, 204] } = {}) {
  const response = await fetch(url + path, {
    method,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(body && { "Content-Type": "application/json" }),
    },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!expect.includes(response.status)) {
    throw new Error(`${method} ${path}: ${response.status} ${text}`);
  }
  return text ? JSON.parse(text) : undefined;
}

/** Registers an account: {account, token}. */
export function register(url, username) {
  return call(url, "POST", "/api/accounts", { body: { username, password: `the secret of ${username}` } });
}

const open = new Set();

/** Closes what a test that failed has left open: it would keep this process alive for ever. */
export function closeAll() {
  open.forEach((socket) => socket.close());
  open.clear();
}

/** A socket that does not reconnect by itself; resolves once it is connected. */
export function connect(url, token, options = {}) {
  return new Promise((resolve, reject) => {
    const socket = io(url, {
      transports: ["websocket"],
      reconnection: false,
      forceNew: true,
      auth: { token },
      ...options,
    });
    open.add(socket);
    socket.once("connect", () => resolve(socket));
    socket.once("connect_error", (error) => {
      socket.close();
      reject(error);
    });
  });
}

/** Emits, and resolves with the acknowledgement. */
export function ask(socket, event, payload, timeout = 10_000) {
  return socket.timeout(timeout).emitWithAck(event, payload);
}

/** All messages of a room, oldest first, by pages. */
export async function history(url, token, room, after = 0) {
  const all = [];
  for (;;) {
    const page = await call(url, "GET", `/api/rooms/${room}/messages?after=${after}&limit=200`, { token });
    all.push(...page.messages);
    if (!page.more.after) {
      return { messages: all, asOf: page.asOf };
    }
    after = page.messages.at(-1).id;
  }
}

/** Follows a room over any number of connections, as a careful client does, and keeps what it saw, in order. */
export class Reader {
  constructor(url, token, room) {
    Object.assign(this, { url, token, room, seen: [], skipped: [], position: 0, epoch: undefined, faults: [] });
  }

  async attach(socket) {
    const early = [];
    let answered = false;
    let entered = false;
    socket.on("event", (event) => {
      if (event.room !== this.room) {
        return;
      }
      if (!answered) {
        this.faults.push(`${event.position} came before the answer to room:enter`);
      }
      entered ? this.take(event) : early.push(event);
    });
    socket.on("skipped", (run) => {
      if (run.room === this.room) {
        if (!answered) {
          this.faults.push(`a run from ${run.from} came before the answer to room:enter`);
        }
        entered ? this.skip(run) : early.push(run);
      }
    });
    const first = this.epoch === undefined;
    const where = first ? { limit: 200 } : { after: this.position, epoch: this.epoch };
    const answer = await new Promise((resolve) => {
      socket.emit("room:enter", { room: this.room, ...where }, (given) => {
        answered = true;
        resolve(given);
      });
    });
    if (!answer.ok) {
      throw new Error(JSON.stringify(answer));
    }
    if (!first && this.epoch !== answer.epoch) {
      this.faults.push("the epoch changed");
    }
    this.epoch = answer.epoch;
    if (answer.outcome === "resumed") {
      answer.events.forEach((event) => this.take(event));
    } else {
      await this.fill(answer.head);
    }
    entered = true;
    early.forEach((frame) => (frame.type ? this.take(frame) : this.skip(frame)));
    if (this.position < answer.head) {
      this.position = answer.head;
    }
  }

  /** After a reset: reads what lies between from the history. */
  async fill(head) {
    const { messages } = await history(this.url, this.token, this.room, this.position);
    for (const message of messages.filter((m) => m.id <= head)) {
      this.seen.push({ position: message.id, text: message.text, key: message.key });
    }
    this.position = head;
  }

  take(event) {
    if (event.prev !== this.position) {
      this.faults.push(`after ${this.position} came ${event.position}, whose prev is ${event.prev}`);
    }
    this.position = event.position;
    if (event.type === "posted") {
      this.seen.push({ position: event.position, text: event.text, key: event.key });
    }
  }

  /** Posts that the room was too fast for: the next event's prev is the end of the run. */
  skip(run) {
    if (run.from <= this.position || run.to < run.from) {
      this.faults.push(`after ${this.position} came a run from ${run.from} to ${run.to}`);
    }
    this.position = run.to;
    this.skipped.push(run);
  }
}
