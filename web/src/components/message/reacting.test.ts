import { beforeEach, expect, it } from "vitest";
import type { Answer, Connection } from "../../live/connection";
import { message } from "../../room/samples";
import { texts } from "../../texts";
import { told } from "../told";
import { react } from "./reacting";

const answering = (answer: Answer<object>) =>
  ({ ask: () => Promise.resolve(answer) }) as unknown as Pick<Connection, "ask">;

beforeEach(() => told.set(undefined));

it("says why a reaction could not be added, and nothing where it could", async () => {
  await react(answering({ ok: true }), "reaction:add", message(5, "five"), "👍");
  expect(told.value).toBeUndefined();
  const error = { code: "rate-limited", detail: "" } as const;
  await react(answering({ ok: false, error }), "reaction:add", message(5, "five"), "👍");
  expect(told.value?.text).toBe(texts.refusal["rate-limited"]);
  await react(answering({ ok: "unknown" }), "reaction:remove", message(5, "five"), "👍");
  expect(told.value?.text).toBe(texts.auth.unreachable);
});
