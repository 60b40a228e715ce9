import { useState } from "react";
import Dropdown from "react-bootstrap/Dropdown";
import { chooseTheme, type Theme, theme } from "../../browser/theme";
import { useStore } from "../../browser/useStore";
import { session } from "../../session/session";
import { texts } from "../../texts";
import { Avatar } from "../Avatar";
import { CheckIcon } from "../Icons";
import { useLive, useMe } from "../live";

const THEMES: readonly Theme[] = ["light", "dark", "auto"];

export function AccountMenu() {
  const { account } = useLive();
  const me = useMe();
  const chosen = useStore(theme);
  const [failed, setFailed] = useState(false);
  const signOut = () => {
    session.signOut().catch(() => setFailed(true));
  };
  return (
    <div className="account">
      {failed && (
        <p className="account-problem" role="alert">
          {texts.account.signOutFailed}
        </p>
      )}
      <Dropdown drop="up" className="account-menu">
        <Dropdown.Toggle variant="quiet" className="account-toggle" aria-haspopup="menu">
          <Avatar id={me.id} name={me.name} small />
          <span className="account-names">
            <bdi className="account-name">{me.name}</bdi>
            {me.name !== account.username && <bdi className="account-username">{account.username}</bdi>}
            <span className="visually-hidden">{texts.account.menu}</span>
          </span>
        </Dropdown.Toggle>
        <Dropdown.Menu role="menu" aria-label={texts.account.menu}>
          <div className="dropdown-header" role="presentation">
            {texts.account.theme}
          </div>
          <div role="group" aria-label={texts.account.theme}>
            {THEMES.map((name) => (
              <Dropdown.Item
                key={name}
                as="button"
                type="button"
                role="menuitemradio"
                aria-checked={chosen === name}
                onClick={() => chooseTheme(name)}
              >
                <span className="account-check">{chosen === name && <CheckIcon />}</span>
                {texts.account[name]}
              </Dropdown.Item>
            ))}
          </div>
          <Dropdown.Divider />
          <Dropdown.Item as="button" type="button" role="menuitem" onClick={signOut}>
            <span className="account-check" />
            {texts.account.signOut}
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown>
    </div>
  );
}
