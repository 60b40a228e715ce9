const NAME = "chatroom.account";

/** The tabs of one browser share the cookie, and so who is signed in; they tell each other through the storage. */
export class Tabs {
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
}
