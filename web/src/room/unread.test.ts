import { describe, expect, it } from "vitest";
import { ann, log, message } from "./samples";
import { MANY, withHeard, withRead } from "./unread";

const me = { id: ann.id, username: "ann" };
const mine = (id: number) => ({ ...message(id, "mine"), author: ann });

describe("unread", () => {
  const held = log([message(3, "a"), mine(4), message(5, "@ann!"), message(6, "c")]);

  it("counts others' after what was read, exactly where all of it is held", () => {
    const unread = { read: 2, count: 77, mentions: 7 };
    expect(withRead(unread, me, 3, held)).toEqual({ read: 3, count: 2, mentions: 1 });
    expect(withRead(unread, me, 5, held)).toEqual({ read: 5, count: 1, mentions: 0 });
    expect(withRead(unread, me, 2, held)).toBe(unread);
  });

  it("takes off what was read where not all is held", () => {
    const far = { ...held, holes: [{ from: 7, to: 99 }], head: 200 };
    expect(withRead({ read: 2, count: 60, mentions: 2 }, me, 6, far)).toEqual({
      read: 6,
      count: 57,
      mentions: 1,
    });
    expect(withRead({ read: 2, count: MANY, mentions: 1 }, me, 6, far).count).toBe(MANY);
  });

  it("counts what comes, but not what I say or what was deleted", () => {
    const none = { read: 2, count: 0, mentions: 0 };
    const before = log([], { head: 2 });
    expect(withHeard(none, me, before, held)).toEqual({ read: 2, count: 3, mentions: 1 });
    expect(withHeard(none, me, before, log([mine(9)]))).toBe(none);
    const gone = log([message(3, "a"), { ...message(5, ""), deleted: 7 }]);
    expect(withHeard({ read: 2, count: 2, mentions: 1 }, me, held, gone)).toEqual({
      read: 2,
      count: 1,
      mentions: 0,
    });
  });

  it("adds what comes to what the server told where not all is held", () => {
    const before = log([message(90, "x")], { start: 90 });
    const after = log([message(90, "x"), message(95, "@ann")], { start: 90 });
    expect(withHeard({ read: 2, count: 60, mentions: 0 }, me, before, after)).toEqual({
      read: 2,
      count: 61,
      mentions: 1,
    });
  });
});
