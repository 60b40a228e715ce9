import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { untilLoaded } from "./outdated";

let reloads = 0;
let answers = false;

beforeEach(() => {
  vi.useFakeTimers();
  reloads = 0;
  answers = false;
  vi.stubGlobal("window", { location: { reload: () => reloads++ } });
  const kept = new Map<string, string>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  vi.stubGlobal("fetch", () => (answers ? Promise.resolve({ ok: true }) : Promise.reject(new Error("no"))));
});
afterEach(() => void vi.useRealTimers());

it("asks for what could not be loaded every five seconds, until it has come", async () => {
  let asked = 0;
  let failed = 0;
  const loaded = untilLoaded(
    () => (++asked < 4 ? Promise.reject(new Error("no answer")) : Promise.resolve("page")),
    () => failed++,
  );
  await vi.advanceTimersByTimeAsync(14_000);
  expect([asked, failed]).toEqual([3, 3]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await loaded).toBe("page");
  expect(reloads).toBe(0);
});

it("takes the page anew where the server answers and the code still does not come, once a minute", async () => {
  void untilLoaded(
    () => Promise.reject(new Error("no answer")),
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(9_000);
  expect(reloads).toBe(0);
  answers = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reloads).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(reloads).toBe(2);
});
