import { texts } from "../texts";
import type { Account } from "../wire";
import { Logo } from "./Logo";

/** Another tab signed somebody else in: this page cannot go on as who it was. */
export function Replaced({ account }: { account: Account }) {
  return (
    <main className="splash">
      <Logo size={64} />
      <div role="alert">
        <h1 className="splash-title">{texts.replaced.title}</h1>
        <p>{texts.replaced.hint(account.displayName || account.username)}</p>
      </div>
      <button type="button" className="btn btn-primary" onClick={() => window.location.reload()}>
        {texts.replaced.goOn}
      </button>
    </main>
  );
}
