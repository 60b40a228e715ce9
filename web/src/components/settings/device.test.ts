import { expect, test } from "vitest";
import { deviceOf } from "./device";

test("a browser is called by its name and its system", () => {
  expect(
    deviceOf(
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    ),
  ).toBe("Chrome on Linux");
  expect(
    deviceOf(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
    ),
  ).toBe("Edge on Windows");
  expect(
    deviceOf(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1",
    ),
  ).toBe("Safari on iPhone");
});

test("what is no browser is called as it calls itself", () => {
  expect(deviceOf("bot/1.0")).toBe("bot/1.0");
  expect(deviceOf("")).toBe("Unknown device");
});
