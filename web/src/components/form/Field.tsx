import { type ComponentProps, type ReactNode, useId } from "react";

interface Properties extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  label: string;
  /** Beside the label. */
  note?: string;
  /** Below the field, while nothing is wrong. */
  hint?: string;
  error?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  /** Inside, at the end. */
  button?: ReactNode;
}

/** One line of a form, with what is wrong with it told to everybody. */
export function Field({ label, note, hint, error, onChange, button, ...input }: Properties) {
  const id = useId();
  const wrong = error !== undefined;
  const about = wrong || hint !== undefined ? `${id}-about` : undefined;
  return (
    <div className="field">
      <label htmlFor={id} className="form-label">
        {label}
        {note !== undefined && <span className="field-note">{note}</span>}
      </label>
      <div className="field-box">
        <input
          {...input}
          id={id}
          className={`form-control${wrong ? " is-invalid" : ""}${button === undefined ? "" : " has-button"}`}
          aria-invalid={wrong}
          aria-describedby={about}
          dir="auto"
          onChange={(event) => onChange(event.target.value)}
        />
        {button}
      </div>
      {about !== undefined && (
        <div id={about} className={wrong ? "field-error" : "field-hint"}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}
