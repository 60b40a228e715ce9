import type { MouseEvent } from "react";
import { texts } from "../../texts";

/** Stands where messages would be that could not be fetched. */
export function HistoryProblem({ text, onRetry }: { text: string; onRetry: () => void }) {
  const retry = ({ currentTarget }: MouseEvent) => {
    // The button goes while it is tried; what comes is in the list.
    currentTarget.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
    onRetry();
  };
  return (
    <div className="log-problem" role="status">
      {text}{" "}
      <button type="button" className="btn btn-sm btn-quiet" onClick={retry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
