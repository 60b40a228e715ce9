import { type KeyboardEvent, useEffect, useId, useState } from "react";
import Modal from "react-bootstrap/Modal";
import { goTo } from "../../browser/location";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { useLive } from "../live";
import { RoomName } from "../RoomName";

const SHOWN = 8;

/** Ctrl K, a few letters, Enter: another room. */
export function Switcher() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setShown((now) => !now);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return shown && <SwitcherDialog onClose={() => setShown(false)} />;
}

function SwitcherDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { rooms } = useStore(useLive().rooms.view);
  const [wanted, setWanted] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = best([...rooms.values()], wanted);

  const go = (room: Room | undefined) => {
    if (room === undefined) return;
    goTo(room.id);
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) go(found[chosen]);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : found.length - 1;
    if (found.length > 0) setChosen((chosen + step) % found.length);
  };

  return (
    <Modal show onHide={onClose} className="switcher" aria-label={texts.rooms.switch}>
      <input
        className="form-control"
        role="combobox"
        aria-label={texts.rooms.switch}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-rooms`}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        placeholder={texts.rooms.switch}
        autoComplete="off"
        autoFocus
        value={wanted}
        onChange={(event) => {
          setWanted(event.target.value);
          setChosen(0);
        }}
        onKeyDown={press}
      />
      {found.length === 0 && <p className="rooms-note">{texts.rooms.none}</p>}
      <ul role="listbox" id={`${id}-rooms`} aria-label={texts.rooms.title}>
        {found.map((room, index) => (
          <li
            key={room.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => go(room)}
            onPointerMove={() => setChosen(index)}
          >
            <RoomName room={room} />
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Mine first, then those that begin so, then by name. */
function best(rooms: readonly Room[], wanted: string): readonly Room[] {
  const letters = wanted.trim().toLocaleLowerCase();
  const rank = (room: Room) =>
    (room.joined ? 0 : 2) + (room.name.toLocaleLowerCase().startsWith(letters) ? 0 : 1);
  return rooms
    .filter((room) => !room.archived && room.name.toLocaleLowerCase().includes(letters))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
    .slice(0, SHOWN);
}
