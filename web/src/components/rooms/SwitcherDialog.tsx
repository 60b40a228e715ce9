import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import Modal from "react-bootstrap/Modal";
import { isComposing } from "../../browser/composing";
import { goTo } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Profile, Room } from "../../wire";
import { Avatar } from "../Avatar";
import { useFeature, useLive } from "../live";
import { nameOf } from "../people/name";
import { usePeopleFound } from "../people/usePeopleFound";
import { useWriteTo } from "../people/useWriteTo";
import { markedOf, nextTo } from "../options";
import { errorText } from "../refusalText";
import { useTitle } from "../roomTitle";
import { best } from "./best";
import { RoomMark } from "./RoomMark";
import { useRoomsFound, withFound } from "./useRoomsFound";

interface Option {
  readonly key: string;
  /** Whether it can be meant without being pointed at; people can once the server has answered all that is asked. */
  readonly fits: boolean;
  readonly go: () => Promise<void> | void;
  readonly shown: ReactNode;
}

interface Properties {
  /** What was typed already. */
  begun: string;
  onClose: () => void;
}

export default function SwitcherDialog({ begun, onClose }: Properties) {
  const id = useId();
  const live = useLive();
  const titleOf = useTitle();
  const { rooms } = useStore(live.rooms.view);
  const writeTo = useWriteTo();
  const findsPeople = useFeature("accounts.find");
  const writes = useFeature("rooms.direct");
  const [wanted, setWanted] = useState(begun);
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const askedPeople = usePeopleFound(findsPeople && writes ? wanted : "");
  const askedRooms = useRoomsFound(wanted);

  const asked = [askedPeople.status, askedRooms.status];
  const isAnswered = asked.every((status) => status === "answered");
  const people = askedPeople.found.filter((one) => one.id !== live.me);
  const found: readonly Option[] = [
    ...best(withFound(rooms, askedRooms.found), wanted, titleOf).map(roomOption),
    ...people.map(personOption),
  ];
  const keys = found.map(({ key }) => key);
  const [first] = found;
  const isNothingSaid = !isAnswered || (wanted.trim() === "" && found.length > 0);
  const said = isNothingSaid
    ? ""
    : found.length === 0
      ? texts.rooms.nothing
      : texts.rooms.foundCount(found.length);
  const marked = markedOf(keys, chosen, first?.fits === true ? first.key : undefined);

  function roomOption(room: Room): Option {
    const go = () => goTo(room.id);
    const shown = (
      <>
        <RoomMark room={room} />
        <bdi className="room-name">{titleOf(room)}</bdi>
      </>
    );
    return { key: `room-${room.id}`, fits: true, go, shown };
  }
  function personOption(person: Profile): Option {
    const shown = (
      <>
        <Avatar id={person.id} name={nameOf(person)} small />
        <bdi className="room-name">{nameOf(person)}</bdi>
        <span className="row-note">{texts.rooms.person}</span>
      </>
    );
    return { key: `person-${person.id}`, fits: isAnswered, go: () => writeTo([person.id]), shown };
  }

  const go = async (option: Option | undefined) => {
    if (option === undefined) return;
    try {
      await option.go();
      onClose();
    } catch (error) {
      setProblem(errorText(error));
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !isComposing(event)) void go(found.find(({ key }) => key === marked));
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    setChosen(nextTo(keys, marked, event.key));
  };

  return (
    <Modal show onHide={onClose} className="switcher" aria-label={texts.rooms.switch}>
      <input
        className="form-control"
        role="combobox"
        aria-label={texts.rooms.switch}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-found`}
        aria-autocomplete="list"
        aria-activedescendant={marked === undefined ? undefined : `${id}-${marked}`}
        placeholder={texts.rooms.switch}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setChosen(undefined);
        }}
        onKeyDown={press}
      />
      <div role="alert">{problem !== undefined && <p className="form-problem">{problem}</p>}</div>
      {asked.includes("failed") && <p className="rooms-note">{texts.rooms.notAsked}</p>}
      <p role="status" className={found.length > 0 || said === "" ? "visually-hidden" : "rooms-note"}>
        {said}
      </p>
      <ul role="listbox" id={`${id}-found`} aria-label={texts.rooms.title}>
        {found.map((option) => (
          <li
            key={option.key}
            id={`${id}-${option.key}`}
            role="option"
            aria-selected={option.key === marked}
            onClick={() => void go(option)}
            onPointerMove={() => setChosen(option.key)}
          >
            {option.shown}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
