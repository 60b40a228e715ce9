const name = (account: number, room: number) => `chatroom.draft.${account}.${room}`;

/** What was being written in a room, kept over a change of room and a reload. */
export function draftOf(account: number, room: number): string {
  try {
    return localStorage.getItem(name(account, room)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(account: number, room: number, text: string): void {
  try {
    if (text === "") localStorage.removeItem(name(account, room));
    else localStorage.setItem(name(account, room), text);
  } catch {
    // Without storage a draft lives as long as the page.
  }
}
