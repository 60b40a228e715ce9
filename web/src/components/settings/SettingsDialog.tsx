import type { SettingsSection } from "../../browser/location";
import { texts } from "../../texts";
import { useFeature } from "../live";
import { PanelDialog } from "../PanelDialog";
import { AppearanceSection } from "./AppearanceSection";
import { DeletionSection } from "./DeletionSection";
import { NotificationsSection } from "./NotificationsSection";
import { PasswordSection } from "./PasswordSection";
import { ProfileSection } from "./ProfileSection";
import { SessionsSection } from "./SessionsSection";

/** All that is about me and this browser. */
export default function SettingsDialog({ section }: { section: SettingsSection }) {
  const mayChange = useFeature("accounts.change");
  const mayDelete = useFeature("accounts.delete");
  const offered: readonly (SettingsSection | false)[] = [
    "profile",
    mayChange && "password",
    "sessions",
    "notifications",
    "appearance",
    mayDelete && "deletion",
  ];
  const names = offered.filter((name) => name !== false);
  const shown = names.includes(section) ? section : "profile";
  return (
    <PanelDialog
      title={texts.settings.title}
      panel={{ of: "settings", section: shown }}
      sections={names.map((name) => ({
        panel: { of: "settings", section: name },
        label: texts.settings.sections[name],
      }))}
    >
      <Section of={shown} />
    </PanelDialog>
  );
}

function Section({ of }: { of: SettingsSection }) {
  switch (of) {
    case "profile":
      return <ProfileSection />;
    case "password":
      return <PasswordSection />;
    case "sessions":
      return <SessionsSection />;
    case "notifications":
      return <NotificationsSection />;
    case "appearance":
      return <AppearanceSection />;
    case "deletion":
      return <DeletionSection />;
  }
}
