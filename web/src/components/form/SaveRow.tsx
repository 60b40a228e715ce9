import { texts } from "../../texts";
import type { Attempt } from "./useAttempt";

/** The end of a form: its button, and that it is done. */
export function SaveRow({ attempt, label = texts.save }: { attempt: Attempt; label?: string }) {
  return (
    <div className="save-row">
      <button type="submit" className="btn btn-primary" aria-disabled={attempt.busy || attempt.wait > 0}>
        {label}
      </button>
      <span role="status" className="save-done">
        {attempt.done && texts.saved}
      </span>
    </div>
  );
}
