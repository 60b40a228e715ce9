import { type ReactNode, useState } from "react";
import Button from "react-bootstrap/Button";
import { texts } from "../texts";
import { Dialog } from "./Dialog";
import { errorText } from "./refusalText";

interface Properties {
  title: string;
  children?: ReactNode;
  /** What the button says. */
  action: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks once before what is hard to undo. */
export function Confirm({ title, children, action, onConfirm, onClose }: Properties) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setBusy(false);
      setProblem(errorText(error));
    }
  };
  return (
    <Dialog
      title={title}
      className="confirm"
      onClose={onClose}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button variant="danger" aria-disabled={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </>
      }
    >
      {children}
      <div role="alert">{problem !== undefined && <p className="form-problem">{problem}</p>}</div>
    </Dialog>
  );
}
