import { describe, expect, it } from "vitest";
import { log, message, page } from "../room/samples";
import type { RoomView } from "../room/roomView";
import { Store } from "../store";
import type { Page } from "../wire";
import { settled } from "./fakes";
import { History } from "./history";

function historyOf() {
  const view = new Store<RoomView>({
    status: "ready",
    online: 1,
    history: "idle",
    log: log([message(80, "80"), message(90, "90")], { start: 80 }),
  });
  const asked: { where: object; answer: (page: Page | Error) => Promise<void> }[] = [];
  let stale = 0;
  const history = new History(
    1,
    view,
    () => stale++,
    (_room, where) =>
      new Promise((resolve, reject) => {
        const answer = async (given: Page | Error) => {
          if (given instanceof Error) reject(given);
          else resolve(given);
          await settled();
        };
        asked.push({ where, answer });
      }),
  );
  const ids = () => view.value.log?.messages.map(({ id }) => id);
  return { view, history, asked, ids, stale: () => stale };
}

describe("History", () => {
  it("lays an older page before what is held", async () => {
    const { view, history, asked, ids } = historyOf();
    history.scroll({ before: 80 });
    history.scroll({ before: 80 });
    expect(asked.map(({ where }) => where)).toEqual([{ before: 80, limit: 50 }]);
    expect(view.value.history).toBe("loading");
    await asked[0]?.answer(page([message(70, "70")], false));
    expect(ids()).toEqual([70, 80, 90]);
    expect(view.value).toMatchObject({ history: "idle", log: { start: 0, holes: [] } });
  });

  it("throws a page away that was asked for before the room began anew", async () => {
    const { view, history, asked, ids } = historyOf();
    history.scroll({ before: 80 });
    history.begunAnew();
    view.set({ ...view.value, log: log([message(900, "900")], { start: 900 }) });
    await asked[0]?.answer(page([message(70, "70")], false));
    expect(ids()).toEqual([900]);
    history.scroll({ before: 900 });
    expect(asked).toHaveLength(2);
  });

  it("shows a hole where a page lands below what was let go meanwhile", async () => {
    const { view, history, asked } = historyOf();
    history.scroll({ before: 80 });
    view.set({ ...view.value, log: log([message(90, "90")], { start: 90 }) });
    await asked[0]?.answer(page([message(70, "70")], false));
    expect(view.value.log?.holes).toEqual([{ from: 80, to: 89 }]);
  });

  it("applies to a page what happened while it was under way", async () => {
    const { view, history, asked } = historyOf();
    history.scroll({ before: 80 });
    history.touched([
      {
        type: "deleted",
        room: 1,
        position: 95,
        prev: 90,
        at: 5,
        author: { id: 2, name: "Bob" },
        id: 70,
      },
    ]);
    await asked[0]?.answer(page([message(70, "70")], false));
    expect(view.value.log?.messages[0]).toMatchObject({ id: 70, text: "", deleted: 5 });
  });

  it("jumps when the page that is under way has come", async () => {
    const { history, asked, ids } = historyOf();
    history.scroll({ before: 80 });
    const there = history.jump({ around: 20 });
    expect(asked).toHaveLength(1);
    await asked[0]?.answer(page([message(70, "70")], true));
    await asked[1]?.answer(page([message(20, "20")], true, true));
    expect(await there).toBe(true);
    expect(ids()).toEqual([20, 70, 80, 90]);
  });

  it("says that it failed, and that a page is of another epoch", async () => {
    const { view, history, asked, ids, stale } = historyOf();
    const there = history.jump({ around: 20 });
    await asked[0]?.answer(new Error("no"));
    expect(await there).toBe(false);
    expect(view.value.history).toBe("failed");
    history.scroll({ before: 80 });
    await asked[1]?.answer({ ...page([message(70, "70")], false), epoch: "e2" });
    expect(stale()).toBe(1);
    expect(ids()).toEqual([80, 90]);
  });
});
