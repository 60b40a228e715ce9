import { type SubmitEvent, useState } from "react";
import type { Registration } from "../../api/accounts";
import { forgetInvitation } from "../../browser/invitation";
import { session } from "../../session/session";
import { texts } from "../../texts";
import { codePoints } from "../../message/length";
import { Field } from "../form/Field";
import { PasswordField } from "../form/PasswordField";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";
import { meaning } from "./meaning";

const SHORTEST_PASSWORD = 8;

interface Properties {
  username: string;
  onUsername: (username: string) => void;
  invited: string;
  byInvitation: boolean;
}

export function RegisterForm({ username, onUsername, invited, byInvitation }: Properties) {
  const [displayName, setDisplayName] = useState("");
  const [password, setPassword] = useState("");
  const [invitation, setInvitation] = useState(invited);
  const [setupCode, setSetupCode] = useState("");
  const attempt = useAttempt(texts.auth, meaning);
  // Asked for once the server has asked for them, and then they stay.
  const [codes, setCodes] = useState({ invitation: false, setupCode: false });
  const { errors } = attempt;
  if ("setupCode" in errors && !codes.setupCode) setCodes({ ...codes, setupCode: true });
  if ("invitation" in errors && !codes.invitation) setCodes({ ...codes, invitation: true });
  const needsInvitation = byInvitation || invited !== "" || codes.invitation;

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = {
      ...(username.trim() === "" ? { username: texts.auth.usernameMissing } : {}),
      ...(codePoints(password) < SHORTEST_PASSWORD ? { password: texts.auth.passwordShort } : {}),
    };
    const registration: Registration = {
      username: username.trim(),
      password,
      ...(displayName.trim() === "" ? {} : { displayName: displayName.trim() }),
      ...(needsInvitation && invitation.trim() !== "" ? { invitation: invitation.trim() } : {}),
      ...(codes.setupCode && setupCode.trim() !== "" ? { setupCode: setupCode.trim() } : {}),
    };
    void attempt.make(event.currentTarget, wrong, async () => {
      await session.register(registration);
      forgetInvitation();
    });
  };

  return (
    <form noValidate onSubmit={submit}>
      <Problem attempt={attempt} />
      {codes.setupCode && (
        <Field
          label={texts.auth.setupCode}
          hint={texts.auth.setupCodeHint}
          name="setupCode"
          autoComplete="one-time-code"
          spellCheck={false}
          value={setupCode}
          onChange={setSetupCode}
          error={errors["setupCode"]}
        />
      )}
      {needsInvitation && (
        <Field
          label={texts.auth.invitation}
          hint={texts.auth.invitationHint}
          name="invitation"
          autoComplete="off"
          spellCheck={false}
          value={invitation}
          onChange={setInvitation}
          error={errors["invitation"]}
        />
      )}
      <Field
        label={texts.auth.username}
        hint={texts.auth.usernameHint}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        maxLength={32}
        value={username}
        onChange={onUsername}
        error={errors["username"]}
      />
      <Field
        label={texts.auth.displayName}
        note={texts.auth.optional}
        hint={texts.auth.displayNameHint}
        name="displayName"
        autoComplete="name"
        value={displayName}
        onChange={setDisplayName}
        error={errors["displayName"]}
      />
      <PasswordField
        autoComplete="new-password"
        hint={texts.auth.passwordHint}
        value={password}
        onChange={setPassword}
        error={errors["password"]}
      />
      <button
        type="submit"
        className="btn btn-primary auth-submit"
        aria-disabled={attempt.busy || attempt.wait > 0}
      >
        {texts.auth.register}
      </button>
    </form>
  );
}
