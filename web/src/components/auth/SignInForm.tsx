import { type SubmitEvent, useState } from "react";
import { session } from "../../session/session";
import { texts } from "../../texts";
import { Field } from "../form/Field";
import { PasswordField } from "../form/PasswordField";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";
import { meaning } from "./meaning";

export function SignInForm({
  username,
  onUsername,
}: {
  username: string;
  onUsername: (username: string) => void;
}) {
  const [password, setPassword] = useState("");
  const attempt = useAttempt(texts.auth, meaning);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = {
      ...(username.trim() === "" ? { username: texts.auth.usernameMissing } : {}),
      ...(password === "" ? { password: texts.auth.passwordMissing } : {}),
    };
    void attempt.make(event.currentTarget, missing, () => session.signIn(username.trim(), password));
  };
  return (
    <form noValidate onSubmit={submit}>
      <Problem attempt={attempt} />
      <Field
        label={texts.auth.username}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        value={username}
        onChange={onUsername}
        error={attempt.errors["username"]}
      />
      <PasswordField
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={attempt.errors["password"]}
      />
      <button
        type="submit"
        className="btn btn-primary auth-submit"
        aria-disabled={attempt.busy || attempt.wait > 0}
      >
        {texts.auth.signIn}
      </button>
    </form>
  );
}
