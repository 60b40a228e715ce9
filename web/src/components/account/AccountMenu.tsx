import { useState } from "react";
import Dropdown from "react-bootstrap/Dropdown";
import { openPanel, type Panel, panelPath } from "../../browser/location";
import { session } from "../../session/session";
import { texts } from "../../texts";
import { Avatar } from "../Avatar";
import { useAccount, useMe } from "../live";

const SETTINGS: Panel = { of: "settings", section: "profile" };
const ADMINISTRATION: Panel = { of: "administration", section: "accounts" };

export function AccountMenu({ onGo }: { onGo: () => void }) {
  const account = useAccount();
  const me = useMe();
  const [failed, setFailed] = useState(false);
  const signOut = () => {
    session.signOut().catch(() => setFailed(true));
  };
  const go = (panel: Panel) => {
    onGo();
    openPanel(panel);
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
          <PanelItem panel={SETTINGS} label={texts.settings.title} onGo={go} />
          {account.role === "administrator" && (
            <PanelItem panel={ADMINISTRATION} label={texts.administration.title} onGo={go} />
          )}
          <Dropdown.Divider />
          <Dropdown.Item as="button" type="button" role="menuitem" onClick={signOut}>
            {texts.account.signOut}
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown>
    </div>
  );
}

function PanelItem({ panel, label, onGo }: { panel: Panel; label: string; onGo: (panel: Panel) => void }) {
  return (
    <Dropdown.Item
      href={panelPath(panel)}
      role="menuitem"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo(panel);
      }}
    >
      {label}
    </Dropdown.Item>
  );
}
