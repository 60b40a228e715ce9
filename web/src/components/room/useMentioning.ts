import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";
import { isComposing } from "../../browser/composing";
import type { RoomStore } from "../../live/roomStore";
import { mentionBefore } from "../../message/mention";
import type { Profile } from "../../wire";
import { markedOf, nextTo } from "../options";
import { type PeopleFound, stillMeant } from "../people/stillMeant";
import { meant } from "./meant";
import { mentionable } from "./mentionable";

const WAIT_MS = 120;
const NOBODY: PeopleFound = { of: "", found: [] };

export interface Mentioning {
  readonly found: readonly Profile[];
  readonly chosen: Profile | undefined;
  /** The text or the caret has changed. */
  readonly look: () => void;
  /** Says whether the key was for it. */
  readonly press: (event: KeyboardEvent) => boolean;
  readonly take: (person: Profile | undefined) => void;
}

/** Completes the name that is being written, by keyboard: up and down, Enter or Tab, Escape. */
export function useMentioning(
  area: RefObject<HTMLTextAreaElement | null>,
  store: RoomStore,
  change: (text: string) => void,
): Mentioning {
  const [begun, setBegun] = useState<string>();
  const [found, setFound] = useState(NOBODY);
  const [pointed, setPointed] = useState<number>();

  useEffect(() => {
    if (begun === undefined) return;
    let current = true;
    const timer = setTimeout(() => {
      void mentionable(begun, store).then((people) => {
        if (current) setFound({ of: begun, found: people });
      });
    }, WAIT_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [begun, store]);

  const shown = begun === undefined ? NOBODY.found : stillMeant(found, begun);
  const keys = shown.map(({ id }) => id);
  const marked = markedOf(keys, pointed, meant({ of: found.of, found: shown }, begun ?? "")?.id);
  const chosen = shown.find(({ id }) => id === marked);
  const look = () => {
    const { value = "", selectionEnd = 0 } = area.current ?? {};
    const now = mentionBefore(value, selectionEnd)?.begun;
    if (now !== begun) setPointed(undefined);
    setBegun(now);
  };
  const take = (person: Profile | undefined) => {
    const field = area.current;
    const place = field && mentionBefore(field.value, field.selectionEnd);
    if (!field || !place || person === undefined) return;
    // As if it had been typed, so that it can be undone.
    field.focus();
    field.setSelectionRange(place.from, field.selectionEnd);
    const name = `@${person.username} `;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else can be undone with Ctrl Z
    if (!document.execCommand("insertText", false, name)) {
      field.setRangeText(name, place.from, field.selectionEnd, "end");
      change(field.value);
    }
    setBegun(undefined);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (shown.length === 0 || isComposing(event)) return false;
    const { key } = event;
    const takes = key === "Enter" || key === "Tab";
    if (takes && chosen === undefined) {
      // While it is asked who is meant, it does what it does where nobody is named.
      setBegun(undefined);
      return false;
    }
    if (key === "ArrowDown" || key === "ArrowUp") setPointed(nextTo(keys, marked, key));
    else if (takes) take(chosen);
    else if (key === "Escape") setBegun(undefined);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { found: shown, chosen, look, press, take };
}
