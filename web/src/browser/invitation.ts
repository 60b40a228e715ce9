/** The code of an invitation, where the address has one. */
export const invitation = (): string => new URLSearchParams(window.location.search).get("invitation") ?? "";

/** It was used: whoever signs out here, or hands on the address, has no more of it. */
export function forgetInvitation(): void {
  if (invitation() !== "") window.history.replaceState(window.history.state, "", window.location.pathname);
}
