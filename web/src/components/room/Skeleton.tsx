/** The shape of messages that are on their way. */
export function Skeleton({ rows, label }: { rows: number; label: string }) {
  return (
    <div className="skeleton" role="img" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row">
          <span className="skeleton-avatar" />
          <span className="skeleton-lines">
            <span className="skeleton-line skeleton-name" />
            <span className={`skeleton-line skeleton-text-${row % 3}`} />
          </span>
        </div>
      ))}
    </div>
  );
}
