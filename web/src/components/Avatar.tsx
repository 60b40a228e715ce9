/** A person's mark: two letters in one of twelve quiet tones, the same on every page and for everybody. */
export function Avatar({ id, name, small = false }: { id: number; name: string; small?: boolean }) {
  return (
    <span className={`avatar tone-${id % 12}${small ? " avatar-small" : ""}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

const letters = new Intl.Segmenter();

function initials(name: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => word !== "");
  const first = (word: string | undefined) => [...letters.segment(word ?? "")][0]?.segment ?? "";
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : "")).toLocaleUpperCase();
}
