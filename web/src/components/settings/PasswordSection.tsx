import { type SubmitEvent, useState } from "react";
import * as accounts from "../../api/accounts";
import { codePoints } from "../../message/length";
import { texts } from "../../texts";
import type { Refusal } from "../../wire";
import { PasswordField } from "../form/PasswordField";
import { Problem } from "../form/Problem";
import { SaveRow } from "../form/SaveRow";
import { useAttempt } from "../form/useAttempt";
import { useAccount } from "../live";

const SHORTEST = 8;

export function PasswordSection() {
  const account = useAccount();
  const [current, setCurrent] = useState("");
  const [password, setPassword] = useState("");
  const attempt = useAttempt(texts.settings.password, meaning);
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong = {
      ...(current === "" ? { current: texts.settings.password.currentMissing } : {}),
      ...(codePoints(password) < SHORTEST ? { password: texts.auth.passwordShort } : {}),
    };
    void attempt.make(event.currentTarget, wrong, async () => {
      await accounts.changePassword(current, password);
      setCurrent("");
      setPassword("");
    });
  };
  return (
    <form noValidate onSubmit={save}>
      <p className="panel-intro">{texts.settings.password.intro}</p>
      <Problem attempt={attempt} />
      {/* A password manager wants to know whose it is. */}
      <input hidden readOnly autoComplete="username" value={account.username} />
      <PasswordField
        label={texts.settings.password.current}
        name="current"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
        error={attempt.errors["current"]}
      />
      <PasswordField
        label={texts.settings.password.password}
        autoComplete="new-password"
        hint={texts.auth.passwordHint}
        value={password}
        onChange={setPassword}
        error={attempt.errors["password"]}
      />
      <SaveRow attempt={attempt} label={texts.settings.password.change} />
    </form>
  );
}

function meaning({ code }: Refusal) {
  return code === "forbidden" ? { errors: { current: texts.settings.password.wrong } } : undefined;
}
