// Random people do random things on several devices, with connections cut and the server restarted and killed at random; in
// the end what every device has folded is what a fresh load shows, and nobody was told of what they may not know.
//
// node random.js SEED SECONDS DATA_FOLDER COMMAND…     COMMAND starts the server on DATA_FOLDER at a free port
//
// They act for SECONDS, and on a slow machine for longer, until as much has happened as is worth comparing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { call, register } from "./chat.js";
import { Device } from "./device.js";

const PEOPLE = 6;
const AT_ONCE = 6;
const PATIENCE = 20_000;
const EMOJI = ["👍", "🎉", "❤️"];
const ROLES = ["owner", "moderator", "member", "banned"];

const seed = Number(process.argv[2]);
const seconds = Number(process.argv[3]);
const folder = process.argv[4];
const command = process.argv.slice(5);

/** Mulberry32: small, and the same everywhere. */
let state = seed;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % below;
}
const any = (list) => list[random(list.length)];

let server;
let url;
let down = false;

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

const faults = [];
const counted = { actions: 0, refused: 0, cuts: 0, restarts: 0 };
const ACTIONS_WANTED = 20 * seconds;
const LONGEST_TIMES = 10;
const hidden = new Map();
const texts = new Map([[1, []]]);

class Person {
  constructor(name, { account, token }) {
    Object.assign(this, { name, account, token, heardOf: new Set() });
    this.devices = [new Device(this, `${name}'s phone`), new Device(this, `${name}'s laptop`)];
  }

  /** Of a private or direct room, whoever was ever let in may have been told of it. */
  mayKnow(room) {
    return hidden.get(room)?.has(this.account.id) ?? true;
  }

  /** Whether it may. Of a room whose opening is not answered yet, nobody knows whose it is. */
  hears(room) {
    this.heardOf.add(room);
    return this.mayKnow(room);
  }

  /** What this person was told without being let in counts once those are answered who may be letting them in. */
  toldOutside(room, fault) {
    const doubt = doubts.find((one) => one.room === room && one.account === this.account.id);
    (doubt?.told ?? faults).push(fault);
  }

  /** The answer, or false for a refusal, or undefined where it is not known whether it was done. */
  async rest(method, path, body) {
    try {
      const answer = await call(url, method, path, { token: this.token, body });
      counted.actions++;
      return answer;
    } catch (error) {
      counted.refused++;
      if (!down && !/: 4\d\d /.test(error.message)) {
        faults.push(`${method} ${path}: ${error.message}`);
      }
      return /: 4\d\d /.test(error.message) ? false : undefined;
    }
  }
}

const people = [];
const rooms = () => [...texts.keys()];
const path = (room) => `/api/rooms/${room}`;
const doubts = [];
let names = 0;

async function open(person) {
  const answer = await person.rest("POST", "/api/rooms", { name: `room ${names++}`, visibility: "public" });
  if (answer) {
    texts.set(answer.room.id, []);
  }
}

function direct(person) {
  const others = people.filter((one) => one !== person && random(3) === 0).map((one) => one.account.id);
  return others.length > 0 ? others : [people.find((one) => one !== person).account.id];
}

async function say(device, room) {
  const { person } = device;
  const known = texts.get(room);
  const replyTo = known.length > 0 && random(4) === 0 ? any(known) : undefined;
  const text = random(3) === 0 ? `@${any(people).account.username} ${random(1000)}` : `text ${random(1000)}`;
  const answer = await emit(device, "message:post", { room, text, key: `${person.name}-${names++}`, replyTo });
  if (answer?.ok) {
    known.push(answer.position);
  }
}

async function emit(device, event, payload) {
  if (!device.isConnected) {
    return undefined;
  }
  try {
    const answer = await device.socket.timeout(10_000).emitWithAck(event, payload);
    counted[answer.ok ? "actions" : "refused"]++;
    if (!answer.ok && ["internal", "unavailable"].includes(answer.error.code) && !down) {
      faults.push(`${event}: ${JSON.stringify(answer)}`);
    }
    return answer;
  } catch {
    // Cut in the middle: whether it was done shows in the end.
    return undefined;
  }
}

const ACTIONS = [
  [14, (device, room) => say(device, room)],
  [2, (device, room) => message(device, room, "message:edit", { text: `edited @${any(people).account.username}` })],
  [2, (device, room) => message(device, room, "message:delete", {})],
  [2, (device, room) => message(device, room, "reaction:add", { emoji: any(EMOJI) })],
  [2, (device, room) => message(device, room, "reaction:remove", { emoji: any(EMOJI) })],
  [4, (device, room) => texts.get(room).length > 0 && read(device, room, any(texts.get(room)))],
  [4, (device, room) => !device.busy && device.isConnected && alone(device, () => device.enter(room))],
  [2, (device, room) => !device.busy && device.logs.has(room) && alone(device, () => device.exit(room))],
  [2, (device, room) => device.person.rest("PUT", `${path(room)}/members/me`)],
  [1, (device, room) => device.person.rest("DELETE", `${path(room)}/members/me`)],
  [1, (device) => rooms().length < 12 && open(device.person)],
  [1, (device) => device.person.hiddenRoom()],
  [4, (device, room) => setRole(device.person, room, any(people), any(ROLES))],
  [1, (device, room) => device.person.rest("DELETE", `${path(room)}/members/${any(people).account.id}`)],
  [1, (device, room) => device.person.rest("PATCH", path(room), { topic: `topic ${random(100)}` })],
  [1, (device, room) => device.person.rest("PATCH", path(room), { name: `renamed ${random(100)}` })],
  [1, (device, room) => device.person.rest("PATCH", path(room), { archived: random(3) === 0 })],
  [1, (device, room) => device.person.rest("PATCH", path(room), { slowMode: random(2) })],
];

async function message(device, room, event, fields) {
  const known = texts.get(room);
  return known.length > 0 && emit(device, event, { room, id: any(known), ...fields });
}

async function read(device, room, position) {
  const answer = await emit(device, "read", { room, position });
  if (answer?.ok) {
    device.update(room, (held) => ({ read: Math.max(held.read ?? 0, position) }));
  }
}

/** Lets somebody in once that is answered; to ban is not to let in. What was told before a refusal should not have been. */
async function setRole(person, room, other, role) {
  const doubt = { room, account: other.account.id, told: [] };
  doubts.push(doubt);
  const answer = await person.rest("PUT", `${path(room)}/members/${other.account.id}`, { role });
  doubts.splice(doubts.indexOf(doubt), 1);
  if (answer !== false && role !== "banned") {
    hidden.get(room)?.add(other.account.id);
  } else if (doubt.told.length > 0 && !other.mayKnow(room)) {
    // Of two steps the first may have been done: let in, and then no right to the role.
    const isIn = await other.rest("GET", path(room));
    if (isIn !== false) {
      // Without an answer nobody knows, and whoever may be in may have been told.
      hidden.get(room).add(other.account.id);
    } else if (!other.mayKnow(room)) {
      // Nor has another let them in while this was asked.
      doubt.told.forEach((fault) => other.toldOutside(room, fault));
    }
  }
}

/** One at a time enters, exits, is cut and comes back on a device, as on a page. */
async function alone(device, work) {
  device.busy = true;
  try {
    await work();
  } catch (error) {
    if (device.isConnected && !down) {
      faults.push(`${device.name}: ${error.message}`);
    }
  } finally {
    device.busy = false;
  }
}

async function act() {
  const person = any(people);
  const device = any(person.devices);
  let weight = random(ACTIONS.reduce((sum, [one]) => sum + one, 0));
  const [, action] = ACTIONS.find(([one]) => (weight -= one) < 0);
  await action(device, any(rooms()));
  if (random(60) === 0 && !device.busy && device.isConnected) {
    counted.cuts++;
    device.cut();
  }
}

async function comeBack() {
  for (const device of people.flatMap((person) => person.devices)) {
    if (!device.isConnected && !device.busy) {
      await alone(device, () => device.connect(url));
    }
  }
}

async function restart() {
  counted.restarts++;
  down = true;
  server.kill(any(["SIGKILL", "SIGTERM"]));
  await once(server, "exit");
}

/** A private room, or a direct one: nobody but its people may have heard of it when its opening is answered. */
Person.prototype.hiddenRoom = async function () {
  if (rooms().length >= 12) {
    return;
  }
  const isDirect = random(2) === 0;
  const others = isDirect ? direct(this) : [];
  const body = isDirect ? { visibility: "direct", with: others } : { name: `hidden ${names++}`, visibility: "private" };
  const answer = await this.rest("POST", "/api/rooms", body);
  if (answer && !texts.has(answer.room.id)) {
    const { id } = answer.room;
    texts.set(id, []);
    hidden.set(id, new Set([this.account.id, ...others]));
    const outside = people.filter((person) => person.heardOf.has(id) && !person.mayKnow(id));
    faults.push(...outside.map((person) => `${person.name} heard of ${id} before it was there`));
  }
};

const tooLittle = () =>
  counted.actions < ACTIONS_WANTED || [counted.refused, counted.cuts, counted.restarts].includes(0);

async function run() {
  await start();
  for (let i = 0; i < PEOPLE; i++) {
    const name = `person${i}`;
    people.push(new Person(name, await register(url, name)));
  }
  await comeBack();
  const begin = Date.now();
  const end = begin + seconds * 1_000;
  const latest = begin + LONGEST_TIMES * seconds * 1_000;
  while (Date.now() < end || (tooLittle() && Date.now() < latest)) {
    const acting = Promise.all(Array.from({ length: AT_ONCE }, act));
    // One at least, wherever chance would leave it out.
    const isDue = counted.restarts === 0 && Date.now() > (begin + end) / 2;
    if (random(250) === 0 || isDue) {
      await restart();
      await acting;
      await start();
      down = false;
    } else {
      await acting;
    }
    await comeBack();
  }
}

async function settle() {
  const patience = Date.now() + PATIENCE;
  for (;;) {
    await comeBack();
    const found = [...faults];
    for (const device of people.flatMap((person) => person.devices)) {
      found.push(...(await device.differences()));
    }
    if (found.length === 0) {
      return;
    }
    if (Date.now() > patience) {
      throw new Error(found.slice(0, 20).join("\n"));
    }
    await pause(100);
  }
}

try {
  console.log(`seed ${seed}`);
  await run();
  await settle();
  const { actions, refused, cuts, restarts } = counted;
  const compared = people.flatMap(({ devices }) => devices).reduce((sum, device) => sum + device.listsCompared, 0);
  if (tooLittle() || compared === 0) {
    throw new Error(`too little happened: ${JSON.stringify({ ...counted, compared })}`);
  }
  console.log(
    `${actions} actions in ${Math.round(performance.now() / 1_000)} s, ${refused} refused, ${cuts} cuts,` +
      ` ${restarts} restarts, ${rooms().length} rooms;` +
      ` ${people.length * 2} devices show what a fresh load shows, ${compared} lists of members among it`,
  );
} catch (error) {
  console.log(`seed ${seed} failed after ${JSON.stringify(counted)}: ${error.stack}`);
  process.exitCode = 1;
} finally {
  down = true;
  server.kill("SIGKILL");
  people.flatMap((person) => person.devices).forEach((device) => device.socket?.close());
}
process.exit();
