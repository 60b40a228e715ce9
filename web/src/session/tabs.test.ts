import { beforeEach, expect, it, vi } from "vitest";
import { FakeStorage } from "../live/fakes";
import { Tabs } from "./tabs";

const tab = () => new Tabs(() => undefined);

beforeEach(() => {
  vi.stubGlobal("window", { addEventListener: () => undefined });
  vi.stubGlobal("sessionStorage", new FakeStorage());
});

it("a tab changes hands when another account signs in, and not when the same one comes back", () => {
  const page = tab();
  expect(page.changesHands(1)).toBe(false);
  expect(page.changesHands(1)).toBe(false);
  expect(page.changesHands(2)).toBe(true);
  expect(page.changesHands(2)).toBe(false);
});

it("a tab knows over a reload whose it was", () => {
  expect(tab().changesHands(1)).toBe(false);
  expect(tab().changesHands(1)).toBe(false);
  expect(tab().changesHands(2)).toBe(true);
  expect(tab().changesHands(2)).toBe(false);
});

it("a tab without storage knows it as long as its page lives", () => {
  vi.stubGlobal("sessionStorage", undefined);
  const page = tab();
  expect(page.changesHands(1)).toBe(false);
  expect(page.changesHands(2)).toBe(true);
  expect(tab().changesHands(1)).toBe(false);
});
