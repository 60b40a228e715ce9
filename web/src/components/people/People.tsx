import { useStore } from "../../browser/useStore";
import type { RoomStore } from "../../live/roomStore";
import { texts } from "../../texts";
import { Avatar } from "../Avatar";
import { useMe } from "../live";

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** Who is in the room and online: by name, or a number where they are too many to name. */
export function People({ store }: { store: RoomStore }) {
  const { online, people, log, status } = useStore(store.view);
  const me = useMe();
  // Of a room that is not here, or not yet, it is not known who is in it.
  if (log === undefined || status === "refused" || status === "closed") return null;
  const sorted = people?.toSorted((a, b) => byName.compare(a.name, b.name));
  return (
    <>
      <p className="people-count" data-testid="online">
        {texts.people.count(online)}
      </p>
      {sorted === undefined ? (
        <p className="people-many">{texts.people.tooMany}</p>
      ) : (
        <ul className="people-list" aria-label={texts.people.title} data-testid="people">
          {sorted.map((person) => (
            <li key={person.id} data-testid="person" data-account={person.id}>
              <Avatar id={person.id} name={person.name} small />
              <bdi>{person.name}</bdi>
              {person.id === me.id && <span className="people-you">{texts.people.you}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
