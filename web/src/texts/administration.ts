import { plural } from "./words";

export const administration = {
  title: "Administration",
  sections: { accounts: "Accounts", invitations: "Invitations", connections: "Connections" },

  accounts: {
    find: "Find an account",
    findHint: "The beginning of a username or display name.",
    none: "No account of that name.",
    more: "Show more accounts",
    suspended: "Suspended",
    roles: { administrator: "Administrator", member: "Member", bot: "Bot" },
    actions: (name: string) => `Actions on ${name}`,
    makeAdministrator: "Make administrator",
    makeMember: "Make ordinary account",
    suspend: "Suspend…",
    suspendTitle: (name: string) => `Suspend ${name}?`,
    suspendHint: "They are signed out everywhere at once, and cannot sign in until you lift it.",
    suspendAction: "Suspend",
    unsuspend: "Lift the suspension",
    administratorTitle: (name: string) => `Make ${name} an administrator?`,
    administratorHint:
      "Administrators see all accounts and connections, suspend people and make invitations.",
    administratorAction: "Make administrator",
    changed: (name: string) => `${name} was updated.`,
  },

  invitations: {
    intro: "With an invitation somebody can register, also while registration is by invitation only.",
    open: "Right now everybody can register on this server, so an invitation is not needed.",
    closed: "Right now this server takes no new accounts, so invitations cannot be used.",
    create: "Make an invitation",
    uses: "For how many people",
    expires: "Valid for",
    days: (days: number) => plural(days, "day", "days"),
    none: "There is no invitation that can still be used.",
    left: (uses: number) => `for ${plural(uses, "person", "people")}`,
    until: (time: string) => `expires ${time}`,
    link: "Copy link",
    remove: "Delete",
    removeOf: (code: string) => `Delete invitation ${code}`,
    made: "The invitation is made.",
    removed: "The invitation is deleted.",
  },

  connections: {
    intro: "Every device that is connected right now, and to which instance of this server.",
    user: "User",
    instance: "Instance",
    updated: "Updated",
    none: "Nobody is connected.",
    more: "Show more connections",
    reload: "Refresh",
  },
};
