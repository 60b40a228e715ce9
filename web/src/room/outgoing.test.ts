import { expect, it } from "vitest";
import { newestIn, type Outgoing, refusedIn } from "./outgoing";

const post = (key: string, room: number, at: number, more: Partial<Outgoing> = {}): Outgoing => ({
  key,
  room,
  text: key,
  at,
  state: "failed",
  ...more,
});
const refusal = { code: "invalid", detail: "" } as const;

it("knows of a room when the newest was written and what waits for its author", () => {
  const entries = [
    post("a", 1, 5, { failure: { reason: "refused", refusal } }),
    post("b", 1, 9, { failure: { reason: "later", refusal, until: 20 } }),
    post("c", 2, 12, { failure: { reason: "unreachable" } }),
    post("d", 1, 8, { state: "sending" }),
  ];
  expect(newestIn(1, entries)).toBe(9);
  expect(newestIn(3, entries)).toBe(0);
  expect(refusedIn(1, entries).map(({ key }) => key)).toEqual(["a"]);
  expect(refusedIn(2, entries)).toEqual([]);
});
