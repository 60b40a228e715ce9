// A device as a careful client is one: it holds a list of rooms and the logs of those it has entered, folds what it is told,
// and notes what it should not have been told.
import { ask, call, connect } from "./chat.js";

const DESCRIPTION = ["name", "topic", "visibility", "archived", "slowMode", "joined", "role"];
const LOBBY = 1;
const COUNTS = ["head", "read", "unread", "mentions"];

function pick(object, fields) {
  return Object.fromEntries(fields.filter((field) => object[field] !== undefined).map((field) => [field, object[field]]));
}

/** All my rooms and the public ones. */
export async function rooms(url, token) {
  const all = [];
  for (let after = 0, more = true; more; after = all.at(-1)?.id ?? after) {
    const page = await call(url, "GET", `/api/rooms?limit=20&after=${after}`, { token });
    all.push(...page.rooms);
    more = page.more;
  }
  return all;
}

/** The roles of a room's members, by account. Who moderates the room is told of the banned too. */
async function members(url, token, room) {
  const roles = new Map();
  for (let after = 0, more = true; more; ) {
    const page = await call(url, "GET", `/api/rooms/${room}/members?limit=4&after=${after}`, { token });
    page.members
      .filter(({ role }) => role !== "banned")
      .forEach(({ account, role }) => roles.set(account.id, role));
    after = page.members.at(-1)?.account.id;
    more = page.more;
  }
  return roles;
}

export class Device {
  constructor(person, name) {
    Object.assign(this, { person, name, list: new Map(), logs: new Map(), faults: [], listsCompared: 0 });
  }

  get isConnected() {
    return this.socket?.connected === true;
  }

  async connect(url) {
    this.url = url;
    let held = [];
    const socket = await connect(url, this.person.token);
    this.socket = socket;
    for (const kind of ["event", "room", "activity", "read", "presence", "typing"]) {
      socket.on(kind, (payload) => {
        this.checkMayKnow(kind, payload);
        // The list is read first; what came meanwhile is told on it then.
        held === undefined ? this.take(kind, payload) : held.push([kind, payload]);
      });
    }
    const fresh = new Map((await rooms(url, this.person.token)).map((room) => [room.id, room]));
    this.list = fresh;
    const early = held;
    held = undefined;
    early.forEach(([kind, payload]) => this.take(kind, payload));
    for (const room of [...this.logs.keys()]) {
      await this.enter(room);
    }
  }

  cut() {
    this.socket.disconnect();
  }

  checkMayKnow(kind, payload) {
    const room = payload.room?.id ?? payload.room;
    if (!this.person.hears(room)) {
      this.person.toldOutside(room, `${this.name} was told of ${room} by ${kind}`);
    }
  }

  take(kind, payload) {
    switch (kind) {
      case "event":
        return this.fold(payload);
      case "room":
        return this.notice(payload);
      case "activity":
        return this.update(payload.room, (room) => (payload.head < room.head ? {} : pick(payload, COUNTS)));
      case "read":
        return this.update(payload.room, (room) => ({ read: Math.max(room.read ?? 0, payload.position) }));
    }
  }

  update(id, change) {
    const room = this.list.get(id);
    if (room !== undefined) {
      this.list.set(id, { ...room, ...change(room) });
    }
  }

  notice({ room, gone }) {
    if (gone) {
      this.list.delete(room.id);
      return;
    }
    const held = this.list.get(room.id);
    const head = Math.max(room.head, held?.head ?? 0);
    const { role: _, ...rest } = held ?? {};
    this.list.set(room.id, { ...rest, ...room, head });
  }

  async enter(id) {
    const held = this.logs.get(id);
    const early = [];
    this.logs.set(id, { ...held, early });
    const where = held === undefined ? {} : { after: held.head, epoch: held.epoch };
    const answer = await new Promise((resolve, reject) => {
      this.socket.timeout(15_000).emit("room:enter", { room: id, limit: 200, ...where }, (error, given) => {
        error ? reject(error) : resolve(given);
        if (given?.ok) {
          this.entered(id, held, given, early);
        }
      });
    });
    if (answer.ok) {
      await this.loadMembers(id);
    } else {
      this.logs.delete(id);
    }
    return answer;
  }

  /** What is told meanwhile may be in the pages already or not: it is folded onto them again. */
  async loadMembers(id) {
    const log = this.logs.get(id);
    if (log === undefined || log.members !== undefined) {
      return;
    }
    log.meanwhile = [];
    const roles = await members(this.url, this.person.token, id).catch((error) => {
      // Who was taken out of the room in this moment is told so by the event.
      if (this.isConnected && !/: 40[34] /.test(error.message)) {
        throw error;
      }
    });
    if (roles !== undefined) {
      log.members = roles;
      log.meanwhile.forEach((event) => this.foldMembers(log, event));
    }
  }

  entered(id, held, answer, early) {
    const log = { epoch: answer.epoch, head: answer.head };
    if (answer.outcome === "resumed") {
      Object.assign(log, held, { early: undefined, head: held.head });
      this.logs.set(id, log);
      // Who was taken out meanwhile has entered again by this answer.
      answer.events.forEach((event) => this.fold(event, { live: false }));
      log.head = Math.max(log.head, answer.head);
    } else {
      log.messages = new Map(answer.messages.map((message) => [message.id, message]));
      this.logs.set(id, log);
    }
    this.notice({ room: answer.room });
    // What came before the server began anew is in the answer already.
    early.filter((event) => event.position > answer.head).forEach((event) => this.fold(event));
  }

  async exit(id) {
    const answer = await ask(this.socket, "room:exit", { room: id });
    this.logs.delete(id);
    await this.refresh(id);
    return answer;
  }

  /** Counts of a room that was entered until now are those of a fresh load. */
  async refresh(id) {
    const answer = await call(this.url, "GET", `/api/rooms/${id}`, {
      token: this.person.token,
      expect: [200, 403, 404],
    });
    if (answer.room && this.list.has(id)) {
      this.update(id, (room) => (answer.room.head < room.head ? {} : pick(answer.room, COUNTS)));
    }
  }

  fold(event, { live } = { live: true }) {
    const log = this.logs.get(event.room);
    if (log === undefined) {
      this.faults.push(`${this.name} got ${event.position} of ${event.room}, which it has not entered`);
      return;
    }
    if (log.early) {
      log.early.push(event);
      return;
    }
    if (event.prev !== log.head) {
      this.faults.push(`${this.name}, room ${event.room}: after ${log.head} came ${event.position}, prev ${event.prev}`);
    }
    log.head = event.position;
    this.update(event.room, (room) => ({ head: Math.max(room.head, event.position) }));
    this.foldMessage(log, event);
    log.members ? this.foldMembers(log, event) : log.meanwhile?.push(event);
    if (live && this.endsReading(event)) {
      this.logs.delete(event.room);
    }
  }

  foldMessage(log, event) {
    if (event.type === "posted") {
      const { position, text, author, replyTo, deleted } = event;
      log.messages.set(position, { id: position, version: position, text, author, replyTo, deleted });
      return;
    }
    const message = log.messages.get(event.id);
    if (message === undefined || message.version >= event.position) {
      return;
    }
    message.version = event.position;
    if (message.deleted) {
      return;
    }
    const reactions = new Map((message.reactions ?? []).map((one) => [one.emoji, one]));
    const reaction = reactions.get(event.emoji) ?? { emoji: event.emoji, count: 0, mine: false };
    const mine = event.author.id === this.person.account.id;
    switch (event.type) {
      case "edited":
        message.text = event.text;
        message.edited = event.at;
        break;
      case "deleted":
        Object.assign(message, { text: "", deleted: event.at, reactions: [] });
        break;
      case "reacted":
        reactions.set(event.emoji, { ...reaction, count: reaction.count + 1, mine: reaction.mine || mine });
        message.reactions = [...reactions.values()];
        break;
      case "unreacted":
        reactions.set(event.emoji, { ...reaction, count: reaction.count - 1, mine: reaction.mine && !mine });
        message.reactions = [...reactions.values()].filter((one) => one.count > 0);
        break;
    }
  }

  foldMembers(log, { type, room, account, role }) {
    switch (type) {
      case "joined":
        log.members.set(account.id, this.roleOfNewcomer(room, log));
        break;
      case "left":
        log.members.delete(account.id);
        break;
      case "removed":
        // Whose ban ends is a member of the lobby again, as everybody is.
        room === LOBBY ? log.members.set(account.id, "member") : log.members.delete(account.id);
        break;
      case "role":
        role === "banned" ? log.members.delete(account.id) : log.members.set(account.id, role);
        break;
    }
  }

  /** A room that all have left belongs to who comes next. */
  roleOfNewcomer(room, log) {
    return log.members.size === 0 && this.list.get(room)?.visibility !== "direct" ? "owner" : "member";
  }

  /** Whether nothing of the room may come after this. */
  endsReading({ type, room, account, role }) {
    if (account?.id !== this.person.account.id) {
      return false;
    }
    const isPublic = this.list.get(room)?.visibility === "public";
    return type === "removed" || (type === "role" && role === "banned") || (type === "left" && !isPublic);
  }

  /** What this device shows that a fresh load does not, or the other way round. */
  async differences() {
    const found = [...this.faults];
    const fresh = await rooms(this.url, this.person.token);
    const ids = fresh.map((room) => room.id);
    found.push(...[...this.list.keys()].filter((id) => !ids.includes(id)).map((id) => `${this.name} holds ${id}`));
    for (const room of fresh) {
      const held = this.list.get(room.id);
      const counts = room.joined ? (this.logs.has(room.id) ? ["head", "read"] : COUNTS) : [];
      const fields = [...DESCRIPTION, ...counts];
      found.push(...difference(`${this.name}, list, room ${room.id}`, pick(held ?? {}, fields), pick(room, fields)));
    }
    for (const [id, log] of this.logs) {
      found.push(...(await this.logDifferences(id, log)));
    }
    return found;
  }

  async logDifferences(id, log) {
    const { token } = this.person;
    const { room } = await call(this.url, "GET", `/api/rooms/${id}`, { token });
    const found = difference(`${this.name}, log of ${id}`, pick(log, ["head"]), pick(room, ["head"]));
    found.push(...(await this.memberDifferences(id, log, room)));
    // A room in which nothing was said yet has nothing to compare.
    if (log.messages.size === 0) return found;
    const first = Math.min(...log.messages.keys());
    const held = [...log.messages.values()].map(shown);
    const page = await call(this.url, "GET", `/api/rooms/${id}/messages?after=${first - 1}&limit=200`, { token });
    const compared = held.slice(0, 200);
    found.push(...difference(`${this.name}, messages of ${id}`, compared, page.messages.map(shown)));
    return found;
  }

  /** The list as it was folded, the list that REST gives, and the number in the description are the same. */
  async memberDifferences(id, log, room) {
    const fresh = await members(this.url, this.person.token, id);
    const where = `${this.name}, members of ${id}`;
    if (log.members === undefined) {
      return [`${where}: not loaded`];
    }
    this.listsCompared++;
    // The lobby's number is that of all accounts.
    const count = id === LOBBY ? room.members : log.members.size;
    return [
      ...difference(where, byAccount(log.members), byAccount(fresh)),
      ...difference(`${where}, their number`, count, room.members),
    ];
  }
}

function byAccount(roles) {
  return [...roles].sort(([one], [other]) => one - other);
}

function shown({ id, version, text, deleted, edited, replyTo, author, reactions = [] }) {
  const sorted = [...reactions].sort((a, b) => (a.emoji < b.emoji ? -1 : 1));
  return { id, version, text, deleted, edited: deleted ? undefined : edited, replyTo, author, reactions: sorted };
}

function difference(where, held, fresh) {
  const [one, other] = [held, fresh].map((value) => JSON.stringify(value, (_, v) => sortedKeys(v)));
  return one === other ? [] : [`${where}:\n  held  ${one}\n  fresh ${other}`];
}

function sortedKeys(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
