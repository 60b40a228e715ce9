import { texts } from "../../texts";
import { Avatar } from "../Avatar";
import type { Mentioning } from "./useMentioning";

/** Who may be meant, above where one writes. */
export function MentionList({ id, mentioning }: { id: string; mentioning: Mentioning }) {
  const { found, chosen, take } = mentioning;
  return (
    <>
      <span className="visually-hidden" role="status">
        {found.length > 0 && texts.composer.found(found.length)}
      </span>
      {found.length > 0 && (
        <ul className="mention-list" role="listbox" id={id} aria-label={texts.composer.people}>
          {found.map((person) => (
            <li
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={person === chosen}
              // The focus stays where one writes.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <Avatar id={person.id} name={person.displayName || person.username} small />
              <bdi>{person.displayName || person.username}</bdi>
              <span className="mention-username">@{person.username}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
