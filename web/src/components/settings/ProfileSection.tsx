import { type SubmitEvent, useState } from "react";
import * as accounts from "../../api/accounts";
import { session } from "../../session/session";
import { texts } from "../../texts";
import { Avatar } from "../Avatar";
import { Field } from "../form/Field";
import { Problem } from "../form/Problem";
import { SaveRow } from "../form/SaveRow";
import { useAttempt } from "../form/useAttempt";
import { useAccount, useFeature } from "../live";

const LONGEST_NAME = 64;

export function ProfileSection() {
  const account = useAccount();
  const mayChange = useFeature("accounts.change");
  const [displayName, setDisplayName] = useState(account.displayName);
  const attempt = useAttempt(texts.settings.profile);
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt.make(event.currentTarget, {}, async () =>
      session.changed(await accounts.rename(displayName.trim())),
    );
  };
  return (
    <form noValidate onSubmit={save}>
      <div className="profile-who">
        <Avatar id={account.id} name={displayName.trim() || account.username} />
        <span className="account-names">
          <bdi className="account-name">{displayName.trim() || account.username}</bdi>
          <bdi className="account-username">{account.username}</bdi>
        </span>
      </div>
      <Problem attempt={attempt} />
      {mayChange && (
        <Field
          label={texts.settings.profile.displayName}
          hint={texts.settings.profile.hint}
          autoComplete="name"
          maxLength={LONGEST_NAME}
          placeholder={account.username}
          value={displayName}
          onChange={setDisplayName}
          error={attempt.errors["displayName"]}
        />
      )}
      <Field
        label={texts.settings.profile.username}
        hint={texts.settings.profile.usernameHint}
        autoComplete="username"
        readOnly
        value={account.username}
        onChange={() => undefined}
      />
      {mayChange && <SaveRow attempt={attempt} />}
    </form>
  );
}
