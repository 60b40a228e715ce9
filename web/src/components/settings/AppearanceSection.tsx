import { chooseTheme, theme, THEMES } from "../../browser/theme";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import { Choice } from "../form/Choice";

export function AppearanceSection() {
  const chosen = useStore(theme);
  return (
    <>
      <p className="panel-intro">{texts.settings.appearance.intro}</p>
      <Choice
        label={texts.account.theme}
        options={THEMES.map((value) => ({ value, label: texts.account[value] }))}
        value={chosen}
        onChange={chooseTheme}
      />
    </>
  );
}
