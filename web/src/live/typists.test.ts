import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Typists } from "./typists";

const ada = { id: 1, name: "Ada" };
const bob = { id: 2, name: "Bob" };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("everybody who writes is shown until they post or fall silent", () => {
  const typists = new Typists();
  typists.write(ada);
  vi.advanceTimersByTime(4_000);
  typists.write(bob);
  expect(typists.view.value).toEqual([ada, bob]);
  typists.write(ada);
  vi.advanceTimersByTime(4_000);
  expect(typists.view.value).toEqual([ada, bob]);
  typists.stop(ada.id);
  expect(typists.view.value).toEqual([bob]);
  vi.advanceTimersByTime(6_000);
  expect(typists.view.value).toEqual([]);
});
