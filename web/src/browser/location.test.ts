import { beforeEach, describe, expect, it, vi } from "vitest";
import type * as Location from "./location";

/** A browser's address and history, as far as a page goes through them. */
class FakeWindow {
  readonly entries: { state: unknown; path: string }[];
  at = 0;
  #popped: () => void = () => undefined;

  constructor(path: string) {
    this.entries = [{ state: null, path }];
  }

  readonly history = {
    state: null as unknown,
    pushState: (state: unknown, _: string, path: string) => {
      this.entries.splice(++this.at, Infinity, { state, path });
      this.history.state = state;
    },
    replaceState: (state: unknown, _: string, path: string) => {
      this.entries[this.at] = { state, path };
      this.history.state = state;
    },
    back: () => this.go(-1),
  };

  get location() {
    return { pathname: this.entries[this.at]?.path };
  }

  addEventListener(_: string, listener: () => void): void {
    this.#popped = listener;
  }

  go(steps: number): void {
    this.at += steps;
    this.history.state = this.entries[this.at]?.state;
    this.#popped();
  }
}

let browser: FakeWindow;
let page: typeof Location;

async function open(path: string) {
  browser = new FakeWindow(path);
  vi.stubGlobal("window", browser);
  vi.resetModules();
  page = await import("./location");
}

const path = () => browser.location.pathname;

describe("the address", () => {
  beforeEach(() => open("/rooms/1/2"));

  it("leads to a message as long as one has not left it", () => {
    expect(page.place.value).toEqual({ room: 1, message: 2 });
    page.leaveMessage();
    expect(page.place.value).toEqual({ room: 1 });
    expect(path()).toBe("/rooms/1");
  });

  it("does not lead to a message again when a dialog over it is closed", () => {
    page.openPanel({ of: "room", section: "about" });
    expect(path()).toBe("/rooms/1/about");
    page.closePanel();
    expect(page.place.value).toEqual({ room: 1 });
    expect(path()).toBe("/rooms/1");
    browser.go(1);
    expect(page.place.value).toEqual({ room: 1, panel: { of: "room", section: "about" } });
  });

  it("leads back to where one was, and forward to the message that was followed there", () => {
    page.goTo(3);
    page.goTo(3, 7);
    browser.go(-1);
    expect(page.place.value).toEqual({ room: 3 });
    browser.go(-1);
    expect(page.place.value).toEqual({ room: 1, message: 2 });
    browser.go(2);
    expect(page.place.value).toEqual({ room: 3, message: 7 });
  });

  it("keeps the room behind a dialog whose address names none", () => {
    page.goTo(3, 7);
    page.openPanel({ of: "settings", section: "profile" });
    page.openPanel({ of: "settings", section: "password" });
    expect(page.place.value).toEqual({ room: 3, panel: { of: "settings", section: "password" } });
    browser.go(-1);
    expect(page.place.value).toEqual({ room: 3 });
  });
});
