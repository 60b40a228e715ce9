import { type SubmitEvent, useState } from "react";
import Button from "react-bootstrap/Button";
import Modal from "react-bootstrap/Modal";
import type { Reader } from "../../reading/reader";
import { texts } from "../../texts";

/** Another day of the room, or its beginning. */
export function DateDialog({ from, reader, onClose }: { from: number; reader: Reader; onClose: () => void }) {
  const [date, setDate] = useState(dateOf(from));
  const [today] = useState(() => dateOf(Date.now()));
  const [missed, setMissed] = useState(false);
  const [opener] = useState(() => document.activeElement);
  const to = async (time: number) => {
    if (await reader.toTime(time)) onClose();
    else setMissed(true);
  };
  /** After a jump the focus is with what one jumped to. */
  const stay = () => {
    onClose();
    setTimeout(() => opener instanceof HTMLElement && opener.focus());
  };
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    const time = new Date(`${date}T00:00`).getTime();
    if (!Number.isNaN(time)) void to(time);
  };
  return (
    <Modal show centered size="sm" restoreFocus={false} onHide={stay} aria-labelledby="date-title">
      <form onSubmit={go}>
        <Modal.Header closeButton closeLabel={texts.close}>
          <Modal.Title as="h2" id="date-title">
            {texts.room.toDate}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <label htmlFor="date" className="form-label">
            {texts.room.date}
          </label>
          <input
            id="date"
            type="date"
            className="form-control"
            required
            autoFocus
            max={today}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
          {missed && <p role="alert">{texts.room.historyFailed}</p>}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="quiet" onClick={() => void to(0)}>
            {texts.room.toBeginning}
          </Button>
          <Button type="submit">{texts.room.go}</Button>
        </Modal.Footer>
      </form>
    </Modal>
  );
}

/** As the field for dates has it, in local time. */
function dateOf(at: number): string {
  const date = new Date(at);
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
