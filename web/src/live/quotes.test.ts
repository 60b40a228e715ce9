import { describe, expect, it } from "vitest";
import { RefusedError } from "../api/http";
import { base, message } from "../room/samples";
import type { Message, Touch } from "../wire";
import { settled } from "./fakes";
import { Quotes } from "./quotes";

function quotesOf() {
  const asked: number[] = [];
  const answers: ((answer: Message | Error) => Promise<void>)[] = [];
  const quotes = new Quotes(1, 1, (_room, id) => {
    asked.push(id);
    return new Promise((resolve, reject) => {
      answers.push(async (answer) => {
        if (answer instanceof Error) reject(answer);
        else resolve(answer);
        await settled();
      });
    });
  });
  const answer = async (given: Message | Error) => answers.shift()?.(given);
  return { quotes, asked, answer, quote: (id: number) => quotes.view.value.get(id) };
}

const deleted = (id: number, position: number): Touch => ({
  type: "deleted",
  ...base(position, position - 1),
  id,
});
const edited = (id: number, position: number, text: string): Touch => ({
  type: "edited",
  ...base(position, position - 1),
  id,
  text,
});

describe("Quotes", () => {
  it("change as the messages do", async () => {
    const { quotes, asked, answer, quote } = quotesOf();
    quotes.ask(20);
    quotes.ask(30);
    await answer(message(20, "secret"));
    await answer(message(30, "thirty"));
    quotes.touched([deleted(20, 95), edited(30, 96, "30"), edited(40, 97, "nobody asked")]);
    expect(quote(20)).toMatchObject({ text: "", deleted: expect.any(Number) as number });
    expect(quote(30)).toMatchObject({ text: "30" });
    expect(asked).toEqual([20, 30]);
  });

  it("have in them what changed while they were under way", async () => {
    const { quotes, answer, quote } = quotesOf();
    quotes.ask(20);
    quotes.touched([deleted(20, 95)]);
    await answer(message(20, "secret"));
    expect(quote(20)).toMatchObject({ text: "" });
  });

  it("are asked for again when the room has begun anew, and not taken from before", async () => {
    const { quotes, asked, answer, quote } = quotesOf();
    quotes.ask(20);
    quotes.begunAnew();
    expect(quote(20)).toBeUndefined();
    quotes.ask(20);
    await answer(message(20, "before"));
    expect(quote(20)).toBe("asked");
    await answer(message(20, "after"));
    expect(quote(20)).toMatchObject({ text: "after" });
    expect(asked).toEqual([20, 20]);
  });

  it("say that they failed or are missing, and only the failed are asked for again", async () => {
    const { quotes, asked, answer, quote } = quotesOf();
    quotes.ask(20);
    quotes.ask(30);
    await answer(new Error("no answer"));
    await answer(new RefusedError({ code: "not-found", detail: "" }));
    expect([quote(20), quote(30)]).toEqual(["failed", "missing"]);
    quotes.ask(20);
    quotes.forgetFailed();
    quotes.ask(20);
    quotes.ask(30);
    expect(asked).toEqual([20, 30, 20]);
  });
});
