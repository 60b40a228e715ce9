const NAME = "chatroom.account";
const LAST = "chatroom.last-account";

/** The tabs of one browser share the cookie, and so who is signed in; they tell each other through the storage. */
export class Tabs {
  #last: number | undefined;

  constructor(onSignedInElsewhere: (account: number) => void) {
    window.addEventListener("storage", ({ key, newValue }) => {
      if (key === NAME && newValue !== null) onSignedInElsewhere(Number.parseInt(newValue, 10));
    });
  }

  signedIn(account: number): void {
    try {
      // Told each time: the same account again is news to a tab that shows sign-in.
      localStorage.setItem(NAME, `${account} ${Date.now()}`);
    } catch {
      // Then the server tells, at the next connection.
    }
  }

  /** Whether this tab was another account's before; from now on it is this one's. */
  changesHands(account: number): boolean {
    const last = this.#last ?? remembered();
    this.#last = account;
    remember(account);
    return last !== undefined && last !== account;
  }
}

/** Over a reload; nothing where the browser remembers nothing. */
function remembered(): number | undefined {
  try {
    return Number.parseInt(sessionStorage.getItem(LAST) ?? "", 10) || undefined;
  } catch {
    return undefined;
  }
}

function remember(account: number): void {
  try {
    // The one before is forgotten even where there is no room for this one.
    sessionStorage.removeItem(LAST);
    sessionStorage.setItem(LAST, `${account}`);
  } catch {
    // Then as long as the page lives.
  }
}
