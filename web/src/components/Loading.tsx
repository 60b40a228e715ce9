import { texts } from "../texts";

/** In the place of what is not there yet, or could not be had. */
export function Loading({ problem, onRetry }: { problem: string | undefined; onRetry: () => void }) {
  return (
    <div className="loading" role="status" aria-busy={problem === undefined}>
      {problem === undefined ? (
        <span className="loading-dots">
          <span className="visually-hidden">{texts.loading}</span>
        </span>
      ) : (
        <>
          <p>{problem}</p>
          <button type="button" className="btn btn-sm btn-quiet" onClick={onRetry}>
            {texts.tryAgain}
          </button>
        </>
      )}
    </div>
  );
}
