import { describe, expect, it } from "vitest";
import { ann, bob, message } from "../../room/samples";
import { postToTell, tellsMore, waitingIn } from "./worth";

const me = { id: ann.id, username: "Ann" };
const room = (unread: number, mentions: number) => ({ joined: true, archived: false, unread, mentions });

describe("what waits in a room", () => {
  it("is what is unread, and in a muted room only what calls me", () => {
    expect(waitingIn(room(7, 2), "mentions")).toBe(7);
    expect(waitingIn(room(7, 2), "nothing")).toBe(2);
    expect(waitingIn(room(7, 0), "nothing")).toBe(0);
  });

  it("is nothing where I am not, or nobody posts any more", () => {
    expect(waitingIn({ ...room(7, 2), joined: false }, "all")).toBe(0);
    expect(waitingIn({ ...room(7, 2), archived: true }, "all")).toBe(0);
  });
});

it("more is told where the count that was chosen has grown", () => {
  expect(tellsMore(room(1, 0), room(2, 0), "all")).toBe(true);
  expect(tellsMore(room(1, 0), room(2, 0), "mentions")).toBe(false);
  expect(tellsMore(room(1, 0), room(2, 1), "mentions")).toBe(true);
  expect(tellsMore(room(1, 0), room(2, 1), "nothing")).toBe(false);
  expect(tellsMore(room(2, 1), room(0, 0), "all")).toBe(false);
});

describe("the post that is told", () => {
  const posts = [
    message(1, "hello @ann"),
    message(2, "and you?"),
    { ...message(3, "mine, to @Ann"), author: ann },
    { ...message(4, ""), author: bob, deleted: 5 },
  ];

  it("is the newest of others that says something", () => {
    expect(postToTell(posts, "all", me, 0)?.id).toBe(2);
  });

  it("is the one that calls me, where only these are told", () => {
    expect(postToTell(posts, "mentions", me, 0)?.id).toBe(1);
  });

  it("is none that was read or told before", () => {
    expect(postToTell(posts, "all", me, 2)).toBeUndefined();
    expect(postToTell(posts, "mentions", me, 1)).toBeUndefined();
  });
});
