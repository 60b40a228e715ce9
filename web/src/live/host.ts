import type { Me, Unread } from "../room/unread";
import type { Room } from "../wire";
import type { Connection } from "./connection";
import type { Outbox } from "./outbox";

/** What a room needs from the page it is on. */
export interface Host {
  readonly me: number;
  readonly account: Me;
  readonly connection: Connection;
  readonly outbox: Outbox;
  /** Somebody is in front of the page. */
  readonly attended: boolean;
  entered(room: Room): void;
  /** I have seen all up to this position. */
  read(room: number, position: number): void;
  counted(room: number, unread: Unread): void;
}
