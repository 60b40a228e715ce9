// The room of which everybody is a member: node lobby.test.js URL, of a server without accounts.
import { afterEach, test } from "node:test";
import assert from "node:assert/strict";
import { ask, call, closeAll, connect, register } from "./chat.js";

const url = process.argv[2];

afterEach(closeAll);

function next(socket, event, fits) {
  return new Promise((resolve) => {
    socket.on(event, function listener(told) {
      if (fits(told)) {
        socket.off(event, listener);
        resolve(told);
      }
    });
  });
}

test("who is let back into the lobby is online there again, and told of it", { timeout: 20_000 }, async () => {
  const root = await register(url, "root");
  const bob = await register(url, "bob");
  const path = `/api/rooms/1/members/${bob.account.id}`;
  const there = await connect(url, root.token);
  await ask(there, "room:enter", { room: 1 });
  const came = next(there, "presence", ({ online }) => online === 2);
  const back = await connect(url, bob.token);
  await came;
  const went = next(there, "presence", ({ online }) => online === 1);
  const gone = next(back, "room", (told) => told.gone === true);
  await call(url, "PUT", path, { token: root.token, body: { role: "banned" } });
  await Promise.all([went, gone]);

  const again = next(there, "presence", (told) => told.came.some(({ id }) => id === bob.account.id));
  const told = next(back, "room", ({ room }) => room.id === 1);
  await call(url, "DELETE", path, { token: root.token });

  assert.equal((await again).online, 2);
  assert.equal((await told).room.joined, true);
  assert.equal((await told).room.role, "member");
  const { rooms } = await call(url, "GET", "/api/rooms?joined=true", { token: bob.token });
  assert.deepEqual(
    rooms.map(({ id, online }) => [id, online]),
    [[1, 2]],
  );
});
