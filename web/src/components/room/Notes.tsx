import { fullTimeOf } from "../../browser/clock";
import type { Note } from "../../room/log";
import { texts } from "../../texts";

/** The account that nobody has: what the server does by itself. */
const SERVER = 0;

/** What happened to a room or its members: a quiet line. */
export function Notes({ row, notes, me }: { row: string; notes: readonly Note[]; me: number }) {
  const [first] = notes;
  if (first === undefined) return null;
  const said = saidOf(first, notes, me);
  if (said === undefined) return null;
  return (
    <p className="note" data-testid="note" data-row={row} title={fullTimeOf(first.at)}>
      {said}
    </p>
  );
}

function saidOf(first: Note, notes: readonly Note[], me: number): string | undefined {
  const { changed } = texts;
  const author = nameOf(first.author, me);
  switch (first.type) {
    case "topic":
      return changed.topic(author, first.topic);
    case "renamed":
      return changed.renamed(author, isolated(first.name));
    case "archived":
      return changed.archived(author, first.archived);
    case "slowMode":
      if (first.author.id !== SERVER) return changed.slowMode(author, first.slowMode);
      // What people had set holds again.
      if (first.manualSlowMode === undefined) return changed.calmAgain(first.slowMode);
      return changed.automaticSlowMode(first.slowMode);
    case "joined":
      return first.author.id === first.account.id
        ? changed.joined(names(notes, me))
        : changed.added(author, names(notes, me, changed.meDone));
    case "left":
      return changed.left(names(notes, me));
    case "removed":
      return (first.lifted === true ? changed.unbanned : changed.removed)(
        author,
        nameOf(first.account, me, changed.meDone),
      );
    case "role":
      return changed.role(author, nameOf(first.account, me, changed.meDone), first.role);
    default:
      // A newer server may tell of more than this page knows.
      return undefined;
  }
}

function names(notes: readonly Note[], me: number, mine = texts.changed.me): readonly string[] {
  const people = notes.flatMap((note) => ("account" in note ? [note.account] : []));
  return [...new Map(people.map((person) => [person.id, nameOf(person, me, mine)])).values()];
}

const nameOf = ({ id, name }: { id: number; name: string }, me: number, mine = texts.changed.me) =>
  id === me ? mine : isolated(name);

/** A name from right to left does not turn the line around it. */
const isolated = (name: string) => `\u2068${name}\u2069`;
