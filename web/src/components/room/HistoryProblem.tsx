import { texts } from "../../texts";

/** Stands where messages would be that could not be fetched. */
export function HistoryProblem({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <div className="log-problem" role="status">
      {text}{" "}
      <button type="button" className="btn btn-sm btn-quiet" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
