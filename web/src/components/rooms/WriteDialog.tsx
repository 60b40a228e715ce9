import { useState } from "react";
import Button from "react-bootstrap/Button";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Profile, Room } from "../../wire";
import { Dialog } from "../Dialog";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";
import { useLive } from "../live";
import { PeoplePicker } from "../people/PeoplePicker";

const words = texts.rooms;

interface Properties {
  onClose: () => void;
  onOpened: (room: Room) => void;
}

/** A direct room, by who is to be in it. */
export default function WriteDialog({ onClose, onOpened }: Properties) {
  const { me } = useLive();
  const [chosen, setChosen] = useState<readonly Profile[]>([]);
  const attempt = useAttempt({});
  return (
    <Dialog
      title={words.writeTitle}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        const wrong: Record<string, string> = chosen.length === 0 ? { people: words.writeMissing } : {};
        void attempt.make(event.currentTarget, wrong, async () =>
          onOpened(await api.openDirect(chosen.map((person) => person.id))),
        );
      }}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" aria-disabled={attempt.busy || attempt.wait > 0}>
            {words.writeAction}
          </Button>
        </>
      }
    >
      <Problem attempt={attempt} />
      <PeoplePicker
        label={words.writeTo}
        hint={words.writeHint}
        chosen={chosen}
        onChange={setChosen}
        without={new Set([me])}
        error={attempt.errors["people"]}
      />
    </Dialog>
  );
}
