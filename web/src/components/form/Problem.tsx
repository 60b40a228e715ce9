import { texts } from "../../texts";
import type { Attempt } from "./useAttempt";

/** What is wrong with the whole, above the form. */
export function Problem({ attempt: { problem, wait } }: { attempt: Attempt }) {
  return (
    <div role="alert">
      {wait > 0 ? (
        <p className="form-problem">{texts.auth.wait(wait)}</p>
      ) : (
        problem !== undefined && <p className="form-problem">{problem}</p>
      )}
    </div>
  );
}
