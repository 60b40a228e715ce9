import type { AdministrationSection } from "../../browser/location";
import { texts } from "../../texts";
import { useAccount, useFeature } from "../live";
import { PanelDialog } from "../PanelDialog";
import { AccountsSection } from "./AccountsSection";
import { ConnectionsSection } from "./ConnectionsSection";
import { InvitationsSection } from "./InvitationsSection";

/** The server, for its administrators. */
export default function AdministrationDialog({ section }: { section: AdministrationSection }) {
  const { role } = useAccount();
  const accounts = useFeature("accounts.administer");
  const invitations = useFeature("invitations");
  const offered: readonly (AdministrationSection | false)[] = [
    accounts && "accounts",
    invitations && "invitations",
    "connections",
  ];
  const names = offered.filter((name) => name !== false);
  const shown = names.includes(section) ? section : (names[0] ?? "connections");
  return (
    <PanelDialog
      title={texts.administration.title}
      panel={{ of: "administration", section: shown }}
      sections={names.map((name) => ({
        panel: { of: "administration", section: name },
        label: texts.administration.sections[name],
      }))}
    >
      {role === "administrator" ? <Section of={shown} /> : <p>{texts.refusal.forbidden}</p>}
    </PanelDialog>
  );
}

function Section({ of }: { of: AdministrationSection }) {
  switch (of) {
    case "accounts":
      return <AccountsSection />;
    case "invitations":
      return <InvitationsSection />;
    case "connections":
      return <ConnectionsSection />;
  }
}
