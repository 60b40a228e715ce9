import type { Turns } from "../../browser/attended";
import type { Desktop, NotifyChoice } from "../../browser/notifications";
import type { RoomListView } from "../../live/roomList";
import type { Store } from "../../store";
import { texts } from "../../texts";
import type { Account, Message, Room } from "../../wire";
import { postToTell, tellsMore } from "./worth";

const LONGEST = 160;

/** What telling needs of the browser and of the server. */
export interface Desk {
  readonly desktop: Store<Desktop>;
  choice(room: Room): NotifyChoice;
  /** From here on this page is one of those of which one tells. */
  takeTurns(): Turns;
  /** Somebody is in front of a page of this browser. */
  attended(): Promise<boolean>;
  /** The newest messages of a room; fails where they cannot be had. */
  newest(room: Room): Promise<readonly Message[]>;
  titleOf(room: Room): string;
  /** A newer one of the same room takes the place of the one before. */
  show(room: Room, title: string, body: string): void;
  takeBack(room: number): void;
}

/** Tells by notifications of the desktop what is new, and takes back what has been read. */
export class Teller {
  /** By room, the newest post that was told. */
  readonly #told = new Map<number, number>();
  /** Rooms of which something is shown. */
  readonly #shown = new Set<number>();
  readonly #stop: () => void;
  /** Only of a page that notifies: one that does not would keep the others silent. */
  #turns: Turns | undefined;
  #before: ReadonlyMap<number, Room>;
  /** My rooms were loaded: one that comes from now on is new to me. */
  #begun = false;

  constructor(
    readonly account: Account,
    readonly list: Store<RoomListView>,
    readonly desk: Desk,
  ) {
    this.#before = list.value.rooms;
    const stops = [list.subscribe(() => this.#look()), desk.desktop.subscribe(() => this.#turned())];
    this.#stop = () => stops.forEach((stop) => stop());
    this.#turned();
  }

  end(): void {
    this.#stop();
    this.#fallSilent();
  }

  /** Notifications were turned on or off. */
  #turned(): void {
    if (this.desk.desktop.value !== "on") this.#fallSilent();
    else this.#turns ??= this.desk.takeTurns();
  }

  #fallSilent(): void {
    this.#turns?.end();
    this.#turns = undefined;
    for (const room of [...this.#shown]) this.#takeBack(room);
  }

  /** The counts have changed. */
  #look(): void {
    const { rooms, status } = this.list.value;
    const before = this.#before;
    const begun = this.#begun;
    this.#before = rooms;
    this.#begun = status === "ready";
    if (before === rooms || this.#turns === undefined) return;
    for (const room of rooms.values()) {
      const held = before.get(room.id);
      if (held === room || (held === undefined && !begun)) continue;
      if (this.#isRead(room)) this.#takeBack(room.id);
      if (this.#turns.tells() && tellsMore(held ?? nothingNew(room), room, this.desk.choice(room)))
        void this.#tell(room);
    }
    for (const room of before.values()) if (!rooms.has(room.id)) this.#takeBack(room.id);
  }

  #isRead({ id, unread, read }: Room): boolean {
    const told = this.#told.get(id);
    return (unread ?? 0) === 0 || (told !== undefined && (read ?? 0) >= told);
  }

  async #tell(room: Room): Promise<void> {
    if (await this.desk.attended()) return;
    const messages = await this.desk.newest(room).catch(() => undefined);
    if (await this.desk.attended()) return;
    // Meanwhile it may have been read, on another device too, or another choice been made.
    const now = this.list.value.rooms.get(room.id);
    if (this.#turns === undefined || now === undefined) return;
    const choice = this.desk.choice(now);
    if (!tellsMore(nothingNew(now), now, choice)) return;
    const read = now.read ?? 0;
    const told = this.#told.get(room.id) ?? 0;
    const post = messages && postToTell(messages, choice, this.account, Math.max(read, told));
    const title = this.desk.titleOf(now) || texts.product;
    if (post !== undefined) {
      this.#told.set(room.id, post.id);
      const from =
        now.visibility === "direct" ? post.author.name : texts.notification(post.author.name, title);
      this.#show(now, from, post.text.slice(0, LONGEST));
      // Where one waits already that was told of, a number says nothing more.
    } else if (messages === undefined || told <= read)
      this.#show(now, title, texts.rooms.unread(now.unread ?? 0));
  }

  #show(room: Room, title: string, body: string): void {
    this.#shown.add(room.id);
    this.desk.show(room, title, body);
  }

  #takeBack(room: number): void {
    if (this.#shown.delete(room)) this.desk.takeBack(room);
  }
}

const nothingNew = (room: Room): Room => ({ ...room, unread: 0, mentions: 0 });
