import type { Profile } from "../../wire";

/** How somebody is called: the display name, else the username. */
export const nameOf = ({ displayName, username }: Pick<Profile, "displayName" | "username">): string =>
  displayName || username;
