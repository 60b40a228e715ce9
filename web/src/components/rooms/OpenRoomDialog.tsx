import { type SubmitEvent, useState } from "react";
import Button from "react-bootstrap/Button";
import Modal from "react-bootstrap/Modal";
import { RefusedError } from "../../api/http";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Room } from "../../wire";
import { Field } from "../Field";
import { fieldTexts } from "../refusalText";

export function OpenRoomDialog({
  onClose,
  onOpened,
}: {
  onClose: () => void;
  onOpened: (room: Room) => void;
}) {
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const [opening, setOpening] = useState(false);

  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem(undefined);
    if (name.trim() === "") return setErrors({ name: texts.rooms.nameMissing });
    setErrors({});
    setOpening(true);
    try {
      onOpened(await api.open(name.trim(), topic.trim()));
    } catch (error) {
      setOpening(false);
      if (!(error instanceof RefusedError)) setProblem(texts.auth.unreachable);
      else if (error.code === "taken") setErrors({ name: texts.rooms.nameTaken });
      else if (error.refusal.fields !== undefined) setErrors(fieldTexts(error.refusal.fields, texts.rooms));
      else setProblem(error.refusal.detail || texts.refusal[error.code]);
    }
  };

  return (
    <Modal show centered onHide={onClose} aria-labelledby="open-room-title">
      <form noValidate onSubmit={(event) => void open(event)}>
        <Modal.Header closeButton closeLabel={texts.close}>
          <Modal.Title as="h2" id="open-room-title">
            {texts.rooms.openTitle}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <p className="dialog-hint">{texts.rooms.openHint}</p>
          {problem !== undefined && (
            <p className="form-problem" role="alert">
              {problem}
            </p>
          )}
          <Field
            label={texts.rooms.name}
            error={errors["name"]}
            value={name}
            onChange={setName}
            maxLength={64}
            autoFocus
          />
          <Field
            label={texts.rooms.topic}
            note={texts.auth.optional}
            hint={texts.rooms.topicHint}
            error={errors["topic"]}
            value={topic}
            onChange={setTopic}
          />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" disabled={opening}>
            {opening ? texts.rooms.opening : texts.rooms.open}
          </Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
}
