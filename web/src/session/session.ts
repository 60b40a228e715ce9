import * as accounts from "../api/accounts";
import { RefusedError } from "../api/http";
import { describe } from "../api/server";
import { backoff } from "../live/backoff";
import type { Ended } from "../live/connection";
import { Live } from "../live/live";
import { Store } from "../store";
import type { Account, ServerDescription } from "../wire";
import { Tabs } from "./tabs";

export type SessionView =
  | { readonly status: "loading"; readonly unreachable: boolean }
  | { readonly status: "signed-out"; readonly why?: Ending }
  | { readonly status: "signed-in"; readonly account: Account; readonly live: Live }
  /** Another tab of this browser signed somebody else in; this page is of nobody until it begins anew. */
  | { readonly status: "replaced"; readonly account: Account };

/** Why nobody is signed in any more. */
export type Ending = Ended | "deleted";

const NOTHING: ServerDescription = { version: "", features: [], registration: "open" };

/** Who uses this page. The cookie is the browser's; the server's answer to "who am I" decides. */
class Session {
  readonly view = new Store<SessionView>({ status: "loading", unreachable: false });
  readonly server = new Store<ServerDescription>(NOTHING);
  readonly #tabs = new Tabs((account) => this.#signedInElsewhere(account));
  #attempt = 0;

  async load(): Promise<void> {
    void this.#askServer();
    try {
      this.#begin(await accounts.me());
    } catch (error) {
      if (error instanceof RefusedError && error.code === "unauthenticated") {
        this.view.set({ status: "signed-out" });
        return;
      }
      this.view.set({ status: "loading", unreachable: true });
      setTimeout(() => void this.load(), backoff(this.#attempt++));
    }
  }

  async register(registration: accounts.Registration): Promise<void> {
    this.#begin(await accounts.register(registration));
  }

  async signIn(username: string, password: string): Promise<void> {
    this.#begin(await accounts.signIn(username, password));
  }

  async signOut(): Promise<void> {
    try {
      await accounts.signOut();
    } catch (error) {
      // A session that is over already is what was asked for.
      if (!(error instanceof RefusedError && error.code === "unauthenticated")) throw error;
    }
    this.#end("signed-out");
  }

  /** My account has another name now. */
  changed(account: Account): void {
    const { value } = this.view;
    if (value.status === "signed-in") this.view.set({ ...value, account });
  }

  /** My account is gone. */
  deleted(): void {
    this.#end("deleted");
    // The server closed the socket with an ordinary goodbye, which may have been quicker.
    this.view.set({ status: "signed-out", why: "deleted" });
  }

  #begin(account: Account): void {
    // Where the one before was, what they had open and had begun is not this one's.
    if (this.#tabs.changesHands(account.id)) {
      this.view.set({ status: "loading", unreachable: false });
      window.location.replace("/");
      return;
    }
    this.#tabs.signedIn(account.id);
    const live = new Live(account, (why) => this.#end(why));
    this.view.set({ status: "signed-in", account, live });
    void this.#askServer();
  }

  #end(why: Ending): void {
    const { value } = this.view;
    if (value.status !== "signed-in") return;
    value.live.close();
    this.view.set(
      why === "other-account"
        ? { status: "replaced", account: value.account }
        : { status: "signed-out", why },
    );
  }

  /** The cookie is all tabs': what this page asked for from here on, it would ask for as somebody else. */
  #signedInElsewhere(account: number): void {
    const { value } = this.view;
    if (value.status === "signed-in" && value.account.id !== account) this.#end("other-account");
    // One signed in for all.
    if (value.status === "signed-out") void this.load();
  }

  async #askServer(): Promise<void> {
    try {
      this.server.set(await describe());
    } catch {
      // Nothing extra is offered until it says what it can do.
    }
  }
}

export const session = new Session();
