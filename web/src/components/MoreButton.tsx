/** The end of a list that goes on. */
export function MoreButton({
  label,
  loading,
  onClick,
}: {
  label: string;
  loading: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className="btn btn-sm btn-quiet more"
      aria-busy={loading}
      onClick={() => {
        if (!loading) onClick();
      }}
    >
      {label}
    </button>
  );
}
