/** What is said of a wait, and of which. */
export interface Said {
  readonly until: number;
  readonly text: string;
}

/** The server's clock is known better and better, which moves an end a little: that is no other wait. */
export function sayable(said: Said | undefined, wait: Said): Said {
  return said !== undefined && Math.abs(wait.until - said.until) < 1_000 ? said : wait;
}
