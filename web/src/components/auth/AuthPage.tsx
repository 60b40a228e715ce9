import { useState } from "react";
import { useStore } from "../../browser/useStore";
import { type Ending, session } from "../../session/session";
import { texts } from "../../texts";
import { Logo } from "../Logo";
import { RegisterForm } from "./RegisterForm";
import { SignInForm } from "./SignInForm";

const invited = new URLSearchParams(window.location.search).get("invitation") ?? "";

/** One card for both ways in; who has an invitation in the address starts with the second. */
export function AuthPage({ why }: { why?: Ending | undefined }) {
  const { registration } = useStore(session.server);
  const [registers, setRegisters] = useState(invited !== "");
  const [username, setUsername] = useState("");
  const registering = registers && registration !== "closed";
  const ended = why === undefined ? "" : texts.auth.ended[why];
  return (
    <main className="auth">
      <div className="auth-card">
        <div className="auth-brand">
          <Logo size={44} />
          <span>{texts.product}</span>
        </div>
        <h1>{registering ? texts.auth.registerTitle : texts.auth.signInTitle}</h1>
        {ended !== "" && !registering && (
          <p className="auth-notice" role="status">
            {ended}
          </p>
        )}
        {registering ? (
          <RegisterForm
            username={username}
            onUsername={setUsername}
            invited={invited}
            byInvitation={registration === "invite"}
          />
        ) : (
          <SignInForm username={username} onUsername={setUsername} />
        )}
        <p className="auth-switch">
          {registration === "closed" ? (
            texts.auth.closed
          ) : (
            <>
              {registering ? texts.auth.haveAccount : texts.auth.noAccount}{" "}
              <button type="button" className="btn btn-link" onClick={() => setRegisters(!registering)}>
                {registering ? texts.auth.signIn : texts.auth.register}
              </button>
            </>
          )}
        </p>
      </div>
    </main>
  );
}
