import { texts } from "../texts";
import { Logo } from "./Logo";

/** While it is not known yet who this is. */
export function Splash({ unreachable }: { unreachable: boolean }) {
  return (
    <main className="splash" aria-busy={!unreachable}>
      <Logo size={64} />
      <h1 className="visually-hidden">{texts.product}</h1>
      <p role="status">
        {unreachable ? texts.unreachable : <span className="visually-hidden">{texts.loading}</span>}
      </p>
    </main>
  );
}
