import * as api from "../../api/rooms";
import { attendedAnywhere, takeTurnsToTell } from "../../browser/attended";
import { goTo } from "../../browser/location";
import { desktop, type NotifyChoice, notify, notifyChoices, unnotify } from "../../browser/notifications";
import type { Live } from "../../live/live";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { titleOf } from "../roomTitle";
import { choiceOf } from "./useNotifyChoice";
import { postToTell, tellsMore } from "./worth";

const LONGEST = 160;
/** So many of the newest are looked through for the one that is told. */
const LOOKED_AT = 20;

/** Tells by notifications of the desktop what is new, and takes back what has been read. */
export class Teller {
  readonly #turns: ReturnType<typeof takeTurnsToTell>;
  /** By room, the newest post that was told. */
  readonly #told = new Map<number, number>();
  #before: ReadonlyMap<number, Room>;
  /** My rooms were loaded: one that comes from now on is new to me. */
  #begun = false;
  #ended = false;

  constructor(readonly live: Live) {
    this.#turns = takeTurnsToTell(live.me);
    this.#before = live.rooms.view.value.rooms;
  }

  /** The counts have changed. */
  look(): void {
    const { rooms, status } = this.live.rooms.view.value;
    const before = this.#before;
    const begun = this.#begun;
    this.#before = rooms;
    this.#begun = status === "ready";
    if (before === rooms || desktop.value !== "on") return;
    for (const room of rooms.values()) {
      const held = before.get(room.id);
      if (held === room || (held === undefined && !begun)) continue;
      const choice = choiceOf(notifyChoices.value, this.live.me, room);
      if (this.#isRead(room)) unnotify(tagOf(room));
      if (this.#turns.tells() && tellsMore(held ?? { ...room, unread: 0, mentions: 0 }, room, choice))
        void this.#tell(room, choice);
    }
    for (const room of before.values()) if (!rooms.has(room.id)) unnotify(tagOf(room));
  }

  end(): void {
    this.#ended = true;
    this.#turns.end();
    for (const room of this.#told.keys()) unnotify(tagOf({ id: room }));
  }

  #isRead({ id, unread, read }: Room): boolean {
    const told = this.#told.get(id);
    return (unread ?? 0) === 0 || (told !== undefined && (read ?? 0) >= told);
  }

  async #tell(room: Room, choice: NotifyChoice): Promise<void> {
    if (await attendedAnywhere()) return;
    const title = titleOf(room, this.live.me) || texts.product;
    try {
      const { messages } = await api.messages(room.id, { limit: LOOKED_AT });
      const now = this.live.rooms.view.value.rooms.get(room.id);
      // Read meanwhile, on another device; or somebody has come to look.
      if (now === undefined || (now.unread ?? 0) === 0 || (await attendedAnywhere())) return;
      const told = this.#told.get(room.id) ?? 0;
      const post = postToTell(messages, choice, this.live.account, Math.max(now.read ?? 0, told));
      if (post !== undefined) {
        this.#told.set(room.id, post.id);
        const from =
          room.visibility === "direct" ? post.author.name : texts.notification(post.author.name, title);
        this.#show(room, from, post.text.slice(0, LONGEST));
      } else if (told === 0) this.#show(room, title, texts.rooms.unread(now.unread ?? 0));
    } catch {
      this.#show(room, title, texts.rooms.unread(room.unread ?? 0));
    }
  }

  #show(room: Room, title: string, body: string): void {
    // Who has signed out is told nothing more.
    if (this.#ended) return;
    notify(title, body, tagOf(room), () => goTo(room.id));
  }
}

const tagOf = ({ id }: Pick<Room, "id">) => `room-${id}`;
