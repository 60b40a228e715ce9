import { useState } from "react";
import Dropdown from "react-bootstrap/Dropdown";
import { type AccountChange, changeAccount } from "../../api/administration";
import { texts } from "../../texts";
import type { Profile } from "../../wire";
import { Avatar } from "../Avatar";
import { Confirm } from "../Confirm";
import { MoreIcon } from "../Icons";
import { useAccount } from "../live";
import { nameOf } from "../people/name";
import { errorText } from "../refusalText";

const words = texts.administration.accounts;

interface Properties {
  account: Profile;
  onChanged: (account: Profile) => void;
}

export function AccountRow({ account, onChanged }: Properties) {
  const me = useAccount();
  const [asks, setAsks] = useState<"suspend" | "promote">();
  const [problem, setProblem] = useState<string>();
  const name = nameOf(account);
  const { role = "member", suspended = false } = account;

  const become = async (change: AccountChange) => {
    const changed = await changeAccount(account.id, change);
    onChanged({ ...changed, ...change });
  };
  const act = (change: AccountChange) => {
    setProblem(undefined);
    become(change).catch((error: unknown) => setProblem(errorText(error)));
  };

  return (
    <li className="row-item" data-testid="account" data-account={account.id}>
      <Avatar id={account.id} name={name} />
      <div className="row-main">
        <span className="row-name">
          <bdi>{name}</bdi>
          {account.id === me.id && <span className="people-you">{texts.people.you}</span>}
          {role !== "member" && <span className={`tag tag-${role}`}>{words.roles[role]}</span>}
          {suspended && <span className="tag tag-banned">{words.suspended}</span>}
        </span>
        {name !== account.username && <bdi className="row-note">{account.username}</bdi>}
        {problem !== undefined && (
          <span className="field-error" role="alert">
            {problem}
          </span>
        )}
      </div>
      {account.id !== me.id && (
        <Dropdown align="end">
          <Dropdown.Toggle
            as="button"
            type="button"
            className="btn btn-icon no-caret"
            aria-label={words.actions(name)}
          >
            <MoreIcon />
          </Dropdown.Toggle>
          <Dropdown.Menu popperConfig={{ strategy: "fixed" }}>
            {role === "administrator" ? (
              <Dropdown.Item as="button" type="button" onClick={() => act({ role: "member" })}>
                {words.makeMember}
              </Dropdown.Item>
            ) : (
              <Dropdown.Item as="button" type="button" onClick={() => setAsks("promote")}>
                {words.makeAdministrator}…
              </Dropdown.Item>
            )}
            {suspended ? (
              <Dropdown.Item as="button" type="button" onClick={() => act({ suspended: false })}>
                {words.unsuspend}
              </Dropdown.Item>
            ) : (
              <Dropdown.Item
                as="button"
                type="button"
                className="dropdown-danger"
                onClick={() => setAsks("suspend")}
              >
                {words.suspend}
              </Dropdown.Item>
            )}
          </Dropdown.Menu>
        </Dropdown>
      )}
      {asks !== undefined && (
        <Confirm
          title={asks === "suspend" ? words.suspendTitle(name) : words.administratorTitle(name)}
          action={asks === "suspend" ? words.suspendAction : words.administratorAction}
          onClose={() => setAsks(undefined)}
          onConfirm={() => become(asks === "suspend" ? { suspended: true } : { role: "administrator" })}
        >
          <p>{asks === "suspend" ? words.suspendHint : words.administratorHint}</p>
        </Confirm>
      )}
    </li>
  );
}
