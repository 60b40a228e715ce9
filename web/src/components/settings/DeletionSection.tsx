import { type SubmitEvent, useState } from "react";
import * as accounts from "../../api/accounts";
import { session } from "../../session/session";
import { texts } from "../../texts";
import type { Refusal } from "../../wire";
import { Choice } from "../form/Choice";
import { PasswordField } from "../form/PasswordField";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";

const words = texts.settings.deletion;

export function DeletionSection() {
  const [posts, setPosts] = useState<"keep" | "delete">("keep");
  const [password, setPassword] = useState("");
  const attempt = useAttempt(texts.settings.deletion, meaning);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong: Record<string, string> = password === "" ? { password: words.passwordMissing } : {};
    void attempt.make(event.currentTarget, wrong, async () => {
      await accounts.remove(password, posts);
      session.deleted();
    });
  };
  return (
    <form noValidate onSubmit={submit}>
      <p className="panel-intro">{words.intro}</p>
      <Problem attempt={attempt} />
      <Choice
        label={words.posts}
        options={[
          { value: "keep", label: words.keep },
          { value: "delete", label: words.remove },
        ]}
        value={posts}
        onChange={setPosts}
      />
      <PasswordField
        label={words.password}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={attempt.errors["password"]}
      />
      <button type="submit" className="btn btn-danger" aria-disabled={attempt.busy || attempt.wait > 0}>
        {words.action}
      </button>
    </form>
  );
}

function meaning({ code }: Refusal) {
  return code === "forbidden" ? { errors: { password: words.wrong } } : undefined;
}
