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

const answerName = (account: number, room: number) => `chatroom.answers.${account}.${room}`;

/** The message that the draft answers, if it answers one. */
export function answerOf(account: number, room: number): number | undefined {
  try {
    const id = Number(localStorage.getItem(answerName(account, room)));
    return id > 0 ? id : undefined;
  } catch {
    return undefined;
  }
}

export function keepAnswer(account: number, room: number, id: number | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(answerName(account, room));
    else localStorage.setItem(answerName(account, room), `${id}`);
  } catch {
    // As above.
  }
}
