import { useState } from "react";
import Button from "react-bootstrap/Button";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Refusal, Room } from "../../wire";
import { Dialog } from "../Dialog";
import { Choice } from "../form/Choice";
import { Field } from "../form/Field";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";
import { useFeature } from "../live";

const words = texts.rooms;

interface Properties {
  onClose: () => void;
  onOpened: (room: Room) => void;
}

export default function OpenRoomDialog({ onClose, onOpened }: Properties) {
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [visibility, setVisibility] = useState<"public" | "private">("public");
  const mayHide = useFeature("rooms.private");
  const attempt = useAttempt(words, meaning);
  return (
    <Dialog
      title={words.openTitle}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        const wrong: Record<string, string> = name.trim() === "" ? { name: words.nameMissing } : {};
        void attempt.make(event.currentTarget, wrong, async () =>
          onOpened(await api.open(name.trim(), topic.trim(), visibility)),
        );
      }}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" aria-disabled={attempt.busy || attempt.wait > 0}>
            {attempt.busy ? words.opening : words.open}
          </Button>
        </>
      }
    >
      <Problem attempt={attempt} />
      <Field
        label={words.name}
        error={attempt.errors["name"]}
        value={name}
        onChange={setName}
        maxLength={64}
        autoFocus
      />
      <Field
        label={words.topic}
        note={texts.auth.optional}
        hint={words.topicHint}
        error={attempt.errors["topic"]}
        value={topic}
        onChange={setTopic}
        maxLength={250}
      />
      {mayHide ? (
        <Choice
          label={words.visibility}
          options={[
            { value: "public", label: words.public, hint: words.publicHint },
            { value: "private", label: words.private, hint: words.privateHint },
          ]}
          value={visibility}
          onChange={setVisibility}
        />
      ) : (
        <p className="dialog-hint">{words.publicHint}</p>
      )}
    </Dialog>
  );
}

function meaning({ code }: Refusal) {
  return code === "taken" ? { errors: { name: words.nameTaken } } : undefined;
}
