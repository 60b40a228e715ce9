import { io, type Socket } from "socket.io-client";
import { isRefusal } from "../api/http";
import type { Activity, Bye, Entered, Presence, Refusal, RoomEvent, RoomNotice, Skipped } from "../wire";
import { backoff } from "./backoff";
import { steady } from "../clocks";
import { Store } from "../store";

export type ConnectionState =
  | { readonly status: "connecting" }
  | { readonly status: "connected" }
  /** Tries again at `until` (on the steady clock). */
  | { readonly status: "waiting"; readonly until: number; readonly why: "lost" | "draining" }
  /** The browser says that there is no network; tries again when it says there is. */
  | { readonly status: "offline" }
  /** For good: signed out, or closed by the page. */
  | { readonly status: "closed" };

/** Why a session is over here. */
export type Ended = "unauthenticated" | "other-account" | Bye["reason"];

export interface ServerToClient {
  event: (event: RoomEvent) => void;
  skipped: (skipped: Skipped) => void;
  activity: (activity: Activity) => void;
  presence: (presence: Presence) => void;
  typing: (typing: { room: number; accounts: { id: number; name: string }[] }) => void;
  read: (read: { room: number; position: number }) => void;
  room: (notice: RoomNotice) => void;
  bye: (bye: Bye) => void;
}

export interface Asked {
  "room:enter": [{ room: number; after?: number; epoch?: string | number }, Entered];
  "room:exit": [{ room: number }, object];
  "message:post": [
    { room: number; text: string; key: string; replyTo?: number },
    { position: number; at: number },
  ];
  "message:edit": [{ room: number; id: number; text: string }, { position: number }];
  "message:delete": [{ room: number; id: number }, { position: number }];
  "reaction:add": [{ room: number; id: number; emoji: string }, { position: number }];
  "reaction:remove": [{ room: number; id: number; emoji: string }, { position: number }];
  read: [{ room: number; position: number }, object];
  typing: [{ room: number }, object];
}

export type Answer<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: Refusal }
  /** No word from the server: it may have happened or not. */
  | { readonly ok: "unknown" };

const ACK_PATIENCE_MS = 10_000;

/** One socket that comes back for ever, with back-off, until the session is over. */
export class Connection {
  readonly state = new Store<ConnectionState>({ status: "connecting" });
  /** The session is over; the page must show sign-in. */
  onEnded: (why: Ended) => void = () => undefined;
  onConnected: () => void = () => undefined;

  readonly #socket: Socket;
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #bye: Bye | undefined;

  constructor(account: number) {
    this.#socket = io({
      transports: ["websocket"],
      withCredentials: true,
      // The cookie is all tabs': the server says no when it has become somebody else's meanwhile.
      auth: { account },
      autoConnect: false,
      forceNew: true,
      // Ours says when it will try, can be hurried, and heeds the server's `reconnectAfter`.
      reconnection: false,
    });
    this.#socket.on("connect", () => {
      this.#attempt = 0;
      this.#bye = undefined;
      this.state.set({ status: "connected" });
      this.onConnected();
    });
    this.#socket.on("connect_error", (error) => this.#refused(error));
    this.#socket.on("disconnect", () => this.#lost());
    this.#socket.on("bye", (bye: Bye) => this.#farewell(bye));
    window.addEventListener("online", this.tryNow);
    window.addEventListener("offline", this.#offline);
    window.addEventListener("pagehide", this.#left);
    window.addEventListener("pageshow", this.#back);
    document.addEventListener("visibilitychange", this.#seen);
  }

  on<E extends keyof ServerToClient>(event: E, listener: ServerToClient[E]): void {
    (this.#socket as { on(event: string, listener: ServerToClient[E]): unknown }).on(event, listener);
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  readonly tryNow = (): void => {
    if (this.state.value.status === "closed" || this.#socket.active) return;
    clearTimeout(this.#timer);
    this.state.set({ status: "connecting" });
    this.#socket.connect();
  };

  close(): void {
    this.state.set({ status: "closed" });
    clearTimeout(this.#timer);
    window.removeEventListener("online", this.tryNow);
    window.removeEventListener("offline", this.#offline);
    window.removeEventListener("pagehide", this.#left);
    window.removeEventListener("pageshow", this.#back);
    document.removeEventListener("visibilitychange", this.#seen);
    this.#socket.disconnect();
  }

  /** The browser may keep the page as it is, to go back to: nobody looks at it, and who is seen online must be there. */
  readonly #left = (): void => {
    this.#socket.disconnect();
  };

  readonly #back = (event: PageTransitionEvent): void => {
    if (event.persisted) this.tryNow();
  };

  /** Never waits in a buffer of the socket: without a connection the answer is `unknown` at once. */
  async ask<E extends keyof Asked>(event: E, payload: Asked[E][0]): Promise<Answer<Asked[E][1]>> {
    if (!this.connected) return { ok: "unknown" };
    try {
      return (await this.#socket.timeout(ACK_PATIENCE_MS).emitWithAck(event, payload)) as Answer<Asked[E][1]>;
    } catch {
      return { ok: "unknown" };
    }
  }

  /** Without asking for an acknowledgement, and not at all without a connection. */
  say(event: "typing", payload: { room: number }): void {
    if (this.connected) this.#socket.emit(event, payload);
  }

  #refused(error: Error): void {
    if (error.message === "unauthenticated") return this.#end("unauthenticated");
    if (error.message === "conflict") return this.#end("other-account");
    const data = (error as Error & { data?: unknown }).data;
    const retryAfter = isRefusal(data) ? data.retryAfter : undefined;
    this.#wait(Math.max((retryAfter ?? 0) * 1_000, backoff(this.#attempt++)), "lost");
  }

  #farewell(bye: Bye): void {
    this.#bye = bye;
    if (bye.reason === "signed-out" || bye.reason === "suspended") this.#end(bye.reason);
  }

  #lost(): void {
    const bye = this.#bye;
    this.#bye = undefined;
    if (bye?.reason === "draining") return this.#wait((bye.reconnectAfter ?? 1) * 1_000, "draining");
    this.#wait((bye?.reconnectAfter ?? 0) * 1_000 + backoff(this.#attempt++) / 2, "lost");
  }

  #wait(delayMs: number, why: "lost" | "draining"): void {
    if (this.state.value.status === "closed") return;
    clearTimeout(this.#timer);
    this.#socket.disconnect();
    if (!navigator.onLine) return this.state.set({ status: "offline" });
    this.state.set({ status: "waiting", until: steady() + delayMs, why });
    this.#timer = setTimeout(this.tryNow, delayMs);
  }

  #end(why: Ended): void {
    if (this.state.value.status === "closed") return;
    this.close();
    this.onEnded(why);
  }

  readonly #offline = (): void => {
    if (this.state.value.status === "closed") return;
    clearTimeout(this.#timer);
    this.state.set({ status: "offline" });
    this.#socket.disconnect();
  };

  readonly #seen = (): void => {
    if (!document.hidden && this.state.value.status === "waiting") this.tryNow();
  };
}
