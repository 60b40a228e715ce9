import { texts } from "../texts";
import type { Room } from "../wire";
import { useMe } from "./live";

type Titled = Pick<Room, "name" | "visibility" | "people">;
type TitleOf = (room: Titled) => string;

const byName = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

/** What a room is called on the page: a direct room by the others in it. */
export function useTitle(): TitleOf {
  const me = useMe();
  return (room) => titleOf(room, me.id);
}

export function titleOf({ name, visibility, people }: Titled, me: number): string {
  if (visibility !== "direct" || name !== "") return name;
  const others = people?.filter((person) => person.id !== me).map((person) => person.name) ?? [];
  return others.length === 0 ? texts.rooms.direct : others.toSorted(byName.compare).join(", ");
}

export const byTitle = (title: TitleOf) => (a: Titled, b: Titled) => byName.compare(title(a), title(b));
