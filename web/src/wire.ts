/** What goes over the wire: the nouns of the contract, REST and Socket.IO alike. */

export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "taken"
  | "too-large"
  | "rate-limited"
  | "slow-mode"
  | "archived"
  | "conflict"
  | "unavailable"
  | "internal";

export interface Account {
  readonly id: number;
  readonly username: string;
  readonly displayName: string;
  readonly role: AccountRole;
  /** Told to administrators. */
  readonly suspended?: boolean;
}

export type AccountRole = "administrator" | "member" | "bot";

/** Of an account, what everybody may see. Of an administrator's search, all of it. */
export type Profile = Pick<Account, "id" | "username" | "displayName"> & Partial<Account>;

export interface Session {
  readonly id: number;
  readonly created: number;
  readonly seen: number;
  /** What the device called itself; may be empty. */
  readonly agent: string;
  readonly address: string;
  readonly current: boolean;
}

export interface Invitation {
  readonly code: string;
  /** How many may still register with it. */
  readonly uses: number;
  readonly expires: number;
}

/** One socket, in the table of who is connected where. */
export interface ConnectionEntry {
  readonly id: number;
  readonly user: string;
  readonly instance: string;
  readonly since: number;
  readonly updated: number;
}

/** Who a person is to others: in `author`, `people`, `came` and `went`. */
export interface Person {
  readonly id: number;
  readonly name: string;
}

export type MemberRole = "owner" | "moderator" | "member" | "banned";

export interface Member {
  readonly account: Profile;
  readonly role: MemberRole;
  readonly since: number;
  readonly online: boolean;
}

/** The room that a new server has; everybody is a member of it. */
export const LOBBY = 1;

export interface Room {
  readonly id: number;
  readonly name: string;
  readonly topic: string;
  readonly visibility: "public" | "private" | "direct";
  readonly archived: boolean;
  /** Seconds between two posts of one person; 0 is off. */
  readonly slowMode: number;
  /** What people have set; there while the server has set more by itself. */
  readonly manualSlowMode?: number;
  readonly members: number;
  readonly online: number;
  readonly head: number;
  readonly joined: boolean;
  /** Of a direct room: who is in it. */
  readonly people?: readonly Person[];
  readonly role?: MemberRole;
  readonly read?: number;
  readonly unread?: number;
  readonly mentions?: number;
}

export interface Reaction {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
}

/** `id` is the position of its `posted` event, `version` that of the last event that touched it. */
export interface Message {
  readonly id: number;
  readonly version: number;
  readonly room: number;
  readonly author: Person;
  readonly at: number;
  readonly text: string;
  readonly key?: string;
  readonly replyTo?: number;
  readonly edited?: number;
  readonly deleted?: number;
  readonly reactions?: readonly Reaction[];
}

interface EventOf<T extends string> {
  readonly type: T;
  readonly room: number;
  readonly position: number;
  readonly prev: number;
  readonly at: number;
  readonly author: Person;
}

export type Posted = EventOf<"posted"> & {
  readonly text: string;
  readonly key?: string;
  readonly replyTo?: number;
  readonly deleted?: number;
};
export type Touch =
  | (EventOf<"edited"> & { readonly id: number; readonly text: string })
  | (EventOf<"deleted"> & { readonly id: number })
  | (EventOf<"reacted"> & { readonly id: number; readonly emoji: string })
  | (EventOf<"unreacted"> & { readonly id: number; readonly emoji: string });
export type RoomChange =
  | (EventOf<"topic"> & { readonly topic: string })
  | (EventOf<"renamed"> & { readonly name: string })
  | (EventOf<"slowMode"> & { readonly slowMode: number; readonly manualSlowMode?: number })
  | (EventOf<"archived"> & { readonly archived: boolean });
export type MemberChange =
  | (EventOf<"joined"> & { readonly account: Person })
  | (EventOf<"left"> & { readonly account: Person })
  | (EventOf<"removed"> & { readonly account: Person })
  | (EventOf<"role"> & { readonly account: Person; readonly role: MemberRole });
export type RoomEvent = Posted | Touch | RoomChange | MemberChange;

interface Entry {
  readonly room: Room;
  readonly epoch: string | number;
  readonly head: number;
  readonly online: number;
  readonly people?: readonly Person[];
}
export type Entered = Entry &
  (
    | {
        readonly outcome: "fresh" | "reset";
        readonly messages: readonly Message[];
        /** There are older ones. */
        readonly more?: boolean;
      }
    | { readonly outcome: "resumed"; readonly events: readonly RoomEvent[] }
  );

export interface Presence {
  readonly room: number;
  readonly online: number;
  readonly came?: readonly Person[];
  readonly went?: readonly Person[];
}

export interface Skipped {
  readonly room: number;
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Activity {
  readonly room: number;
  readonly head: number;
  readonly unread: number;
  readonly mentions: number;
}

export type RoomNotice =
  | { readonly room: Room; readonly gone?: false }
  | { readonly room: { readonly id: number }; readonly gone: true };

export interface Bye {
  readonly reason: "signed-out" | "suspended" | "slow" | "draining";
  /** Seconds. */
  readonly reconnectAfter?: number;
}

export interface Page {
  readonly messages: readonly Message[];
  readonly more: { readonly before: boolean; readonly after: boolean };
  readonly epoch: string | number;
  /** The position up to which the page is true. */
  readonly asOf: number;
}

export interface ServerDescription {
  readonly version: string;
  readonly features: readonly string[];
  readonly limits?: Readonly<Record<string, number>>;
  readonly registration: "open" | "invite" | "closed";
}

/** An error of the contract: REST's problem+json and Socket.IO's `error` have the same parts. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly detail: string;
  /** Seconds. */
  readonly retryAfter?: number;
  readonly fields?: Readonly<Record<string, string>>;
}
