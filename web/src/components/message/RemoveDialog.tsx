import { useEffect, useState } from "react";
import Button from "react-bootstrap/Button";
import Modal from "react-bootstrap/Modal";
import { texts } from "../../texts";
import { useStore } from "../../browser/useStore";
import type { Message } from "../../wire";
import { useLive } from "../live";
import { refusalText } from "../refusalText";
import { focusRow } from "./active";
import { removed } from "./editing";

/** Asks before a message goes; apart from its row, which may leave the page meanwhile. */
export function RemoveDialog({ room }: { room: number }) {
  const message = useStore(removed);
  // Who has left the room meanwhile is not asked when they are back.
  useEffect(() => () => removed.set(undefined), []);
  if (message?.room !== room) return null;
  return <Dialog key={message.id} message={message} onClose={() => removed.set(undefined)} />;
}

function Dialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { connection } = useLive();
  const [problem, setProblem] = useState<string>();
  const remove = async () => {
    const answer = await connection.ask("message:delete", { room: message.room, id: message.id });
    if (answer.ok !== true) return setProblem(refusalText(answer));
    // Meanwhile one may have left the room.
    if (removed.value !== message) return;
    onClose();
    // The dialog gives it back to a button that goes with the text.
    setTimeout(() => focusRow(`${message.id}`));
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
