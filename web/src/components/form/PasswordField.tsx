import { type ComponentProps, useState } from "react";
import { texts } from "../../texts";
import { EyeIcon } from "../Icons";
import { Field } from "./Field";

type Properties = Pick<
  ComponentProps<typeof Field>,
  "autoComplete" | "autoFocus" | "hint" | "value" | "onChange" | "error"
> & { label?: string; name?: string };

export function PasswordField({ label = texts.auth.password, name = "password", ...properties }: Properties) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...properties}
      label={label}
      name={name}
      type={shown ? "text" : "password"}
      spellCheck={false}
      autoCapitalize="none"
      maxLength={256}
      button={
        <button
          type="button"
          className="btn btn-icon field-button"
          aria-label={shown ? texts.auth.hidePassword : texts.auth.showPassword}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <EyeIcon open={shown} />
        </button>
      }
    />
  );
}
