import { useState } from "react";
import Button from "react-bootstrap/Button";
import Modal from "react-bootstrap/Modal";
import { texts } from "../../texts";
import type { Message } from "../../wire";
import { useLive } from "../live";
import { refusalText } from "../refusalText";

export function RemoveDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { connection } = useLive();
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    const answer = await connection.ask("message:delete", { room: message.room, id: message.id });
    if (answer.ok === true) onClose();
    else setProblem(refusalText(answer));
  };
  return (
    <Modal show centered onHide={onClose} aria-labelledby="remove-title">
      <Modal.Header closeButton closeLabel={texts.close}>
        <Modal.Title as="h2" id="remove-title">
          {texts.message.removeTitle}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <p>{texts.message.removeHint}</p>
        {problem !== undefined && <p role="alert">{problem}</p>}
      </Modal.Body>
      <Modal.Footer>
        <Button variant="quiet" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button variant="danger" onClick={() => void remove()}>
          {texts.message.removeConfirm}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
