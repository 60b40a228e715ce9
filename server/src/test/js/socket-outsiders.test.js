// What is refused to who is no member, and to who is banned, whatever they try. node socket-outsiders.test.js URL, of a server whose first account is "administrator"
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll } from "./chat.js";
import { another, expectError, LOBBY, next, openRoom, person, url } from "./socket-scene.js";

const NOWHERE = 987_654_321;

afterEach(closeAll);

/** Each in the order in which a member may do it. */
const ATTEMPTS = [
  ["room:enter", {}],
  ["room:enter", { after: 0 }],
  ["room:enter", { after: 0, epoch: "any" }],
  ["message:post", { text: "hello?" }],
  ["message:post", { text: "hello?", key: "a-key" }],
  ["message:edit", { text: "another text" }],
  ["reaction:add", { emoji: "👍" }],
  ["reaction:remove", { emoji: "👍" }],
  ["read", { position: 1 }],
  ["typing", {}],
  ["message:delete", {}],
];

const OF_MESSAGES = ["message:edit", "message:delete", "reaction:add", "reaction:remove"];

function attempt(who, [event, fields], room, message) {
  const id = OF_MESSAGES.includes(event) ? { id: message } : {};
  return ask(who.socket, event, { room, ...id, ...fields });
}

async function hiddenRoom(visibility, ada, bob) {
  const body = visibility === "direct" ? { visibility, with: [bob.account.id] } : { visibility, name: `x ${another()}` };
  const { room } = await call(url, "POST", "/api/rooms", { token: ada.token, body });
  if (visibility === "private") {
    await setRole(ada, room.id, bob, "member");
  }
  return room.id;
}

function setRole(by, room, who, role) {
  return call(url, "PUT", `/api/rooms/${room}/members/${who.account.id}`, { token: by.token, body: { role } });
}

for (const visibility of ["private", "direct"]) {
  test(`an outsider of a ${visibility} room is told what is told of a room that is not there`, async () => {
    const ada = await person();
    const bob = await person();
    const eve = await person();
    const room = await hiddenRoom(visibility, ada, bob);
    const { position } = await ask(ada.socket, "message:post", { room, text: "between us" });
    const told = [];
    ["event", "room", "presence", "activity", "typing", "read"].forEach((kind) =>
      eve.socket.on(kind, (payload) => told.push(payload.room?.id ?? payload.room)),
    );
    for (const one of ATTEMPTS) {
      const refused = await attempt(eve, one, room, position);
      expectError(refused, "not-found");
      assert.deepEqual(refused, await attempt(eve, one, NOWHERE, position), one[0]);
    }
    // To a member each of them is granted, so it was asked for as it should be.
    for (const one of ATTEMPTS) {
      assert.ok((await attempt(ada, one, room, position)).ok, one[0]);
    }
    const own = await openRoom(eve);
    assert.ok((await ask(eve.socket, "room:enter", { room: own })).ok);
    // Activity is told by turns: the second begins after all of this.
    for (const text of ["one turn", "another turn"]) {
      const turn = next(eve.socket, "activity", (activity) => activity.room === LOBBY);
      assert.ok((await ask(ada.socket, "message:post", { room: LOBBY, text })).ok);
      await turn;
    }
    assert.ok(!told.includes(room));
  });
}

test("a member does nothing to what others wrote but react to it", async () => {
  const ada = await person();
  const bob = await person();
  for (const room of [await openRoom(ada), await hiddenRoom("private", ada, bob), await hiddenRoom("direct", ada, bob)]) {
    assert.ok((await ask(bob.socket, "room:enter", { room })).ok);
    const { position: id } = await ask(ada.socket, "message:post", { room, text: "not yours" });
    expectError(await ask(bob.socket, "message:edit", { room, id, text: "mine" }), "forbidden");
    expectError(await ask(bob.socket, "message:delete", { room, id }), "forbidden");
    assert.ok((await ask(bob.socket, "reaction:add", { room, id, emoji: "👍" })).ok);
  }
});

for (const [visibility, code] of [["public", "forbidden"], ["private", "not-found"]]) {
  test(`who is banned from a ${visibility} room gets and does nothing there any more, with their own posts neither`, async () => {
    const ada = await person();
    const bob = await person();
    const room = visibility === "public" ? await openRoom(ada) : await hiddenRoom("private", ada, bob);
    assert.ok((await ask(bob.socket, "room:enter", { room })).ok);
    const { position } = await ask(bob.socket, "message:post", { room, text: "of mine" });
    await setRole(ada, room, bob, "banned");
    for (const one of ATTEMPTS) {
      expectError(await attempt(bob, one, room, position), code);
    }
    await call(url, "DELETE", `/api/rooms/${room}/members/${bob.account.id}`, { token: ada.token });
    await setRole(ada, room, bob, "member");
    for (const one of ATTEMPTS) {
      assert.ok((await attempt(bob, one, room, position)).ok, one[0]);
    }
  });
}
