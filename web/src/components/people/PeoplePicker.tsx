import { type KeyboardEvent, useId, useRef, useState } from "react";
import { isComposing } from "../../browser/composing";
import { texts } from "../../texts";
import type { Profile } from "../../wire";
import { Avatar } from "../Avatar";
import { CloseIcon } from "../Icons";
import { markedOf, nextTo } from "../options";
import type { Found } from "../useFound";
import { nameOf } from "./name";
import { usePeopleFound } from "./usePeopleFound";

interface Properties {
  label: string;
  chosen: readonly Profile[];
  onChange: (chosen: readonly Profile[]) => void;
  /** Who is not to be found: me, and who is there already. */
  without: ReadonlySet<number>;
  error?: string | undefined;
  hint?: string;
}

/** People chosen by name, one after the other. */
export function PeoplePicker({ label, chosen, onChange, without, error, hint }: Properties) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [pointed, setPointed] = useState<number>();
  const taken = new Set([...without, ...chosen.map((person) => person.id)]);
  const asked = usePeopleFound(name);
  const found = asked.found.filter((person) => !taken.has(person.id));
  const keys = found.map((person) => person.id);
  // While it is asked who is called so, the next one to be first may be somebody else.
  const marked = markedOf(keys, pointed, asked.status === "answered" ? keys[0] : undefined);
  const about = error ?? hint;
  const isNothingSaid = name.trim() === "" || asked.status === "pending";
  const said = isNothingSaid ? "" : saidOf(asked, found.length);

  const choose = (person: Profile) => {
    onChange([...chosen, person]);
    setName("");
    setPointed(undefined);
    input.current?.focus();
  };
  const drop = (person: Profile) => {
    onChange(chosen.filter((one) => one !== person));
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Backspace" && name === "") onChange(chosen.slice(0, -1));
    if (event.key === "Escape" && name !== "") {
      // Closes what was found; the next closes the dialog.
      event.stopPropagation();
      setName("");
    }
    if (event.key === "Enter" && name.trim() !== "") {
      event.preventDefault();
      const person = found.find((one) => one.id === marked);
      if (person !== undefined) choose(person);
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setPointed(nextTo(keys, marked, event.key));
  };

  return (
    <div className="field picker">
      <label htmlFor={id} className="form-label">
        {label}
      </label>
      <div className={`picker-box${error === undefined ? "" : " picker-box-wrong"}`}>
        {chosen.map((person) => (
          <span key={person.id} className="chip">
            <bdi>{nameOf(person)}</bdi>
            <button type="button" aria-label={texts.people.drop(nameOf(person))} onClick={() => drop(person)}>
              <CloseIcon />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-found`}
          aria-autocomplete="list"
          aria-activedescendant={marked === undefined ? undefined : `${id}-${marked}`}
          aria-invalid={error !== undefined}
          aria-describedby={about === undefined ? undefined : `${id}-about`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          placeholder={chosen.length === 0 ? texts.people.byName : ""}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            setPointed(undefined);
          }}
          onKeyDown={press}
        />
      </div>
      {about !== undefined && (
        <div id={`${id}-about`} className={error === undefined ? "field-hint" : "field-error"}>
          {about}
        </div>
      )}
      <div className="picker-answer">
        <p role="status" className={found.length > 0 || said === "" ? "visually-hidden" : "field-hint"}>
          {said}
        </p>
        <ul role="listbox" id={`${id}-found`} aria-label={texts.people.found} className="picker-found">
          {found.map((person) => (
            <li
              key={person.id}
              id={`${id}-${person.id}`}
              role="option"
              aria-selected={person.id === marked}
              data-account={person.id}
              onClick={() => choose(person)}
              onPointerMove={() => setPointed(person.id)}
            >
              <Avatar id={person.id} name={nameOf(person)} small />
              <bdi>{nameOf(person)}</bdi>
              {nameOf(person) !== person.username && <bdi className="row-note">{person.username}</bdi>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** What is said of an answer: how many can be chosen, or why nobody can. */
function saidOf({ status, found }: Found<readonly Profile[]>, count: number): string {
  if (status === "failed") return texts.people.notAsked;
  if (count > 0) return texts.people.foundCount(count);
  return found.length > 0 ? texts.people.noneElse : texts.people.none;
}
