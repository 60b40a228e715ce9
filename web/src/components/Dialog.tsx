import { type ReactNode, type SubmitEvent, useEffect, useId } from "react";
import Modal from "react-bootstrap/Modal";
import { texts } from "../texts";

interface Properties {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** With it the dialog is a form. */
  onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
  className?: string;
}

/** A dialog with a title; on a phone it is the whole page. Focus goes back to where it was. */
export function Dialog({ title, onClose, children, footer, onSubmit, className }: Properties) {
  const id = useId();
  useEffect(() => focusLater, []);
  const inside = (
    <>
      <Modal.Header closeButton closeLabel={texts.close}>
        <Modal.Title as="h2" id={id}>
          {title}
        </Modal.Title>
      </Modal.Header>
      <Modal.Body>{children}</Modal.Body>
      {footer !== undefined && <Modal.Footer>{footer}</Modal.Footer>}
    </>
  );
  return (
    <Modal
      show
      centered
      scrollable
      fullscreen="sm-down"
      onHide={onClose}
      onEscapeKeyDown={onlyWithoutMenu}
      aria-labelledby={id}
      {...(className !== undefined && { className })}
    >
      {onSubmit === undefined ? (
        inside
      ) : (
        <form noValidate className="dialog-form" onSubmit={onSubmit}>
          {inside}
        </form>
      )}
    </Modal>
  );
}

/** With a menu open in it, the key closes that. */
function onlyWithoutMenu(event: KeyboardEvent): void {
  if (document.querySelector(".modal .dropdown-menu.show") !== null) event.preventDefault();
}

/** Where the dialog was opened from a menu that is gone, the browser forgets where one was. */
function focusLater(): void {
  setTimeout(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById("room")?.focus();
  });
}
