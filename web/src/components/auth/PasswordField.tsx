import { type ComponentProps, useState } from "react";
import { texts } from "../../texts";
import { Field } from "../Field";
import { EyeIcon } from "../Icons";

type Properties = Pick<
  ComponentProps<typeof Field>,
  "autoComplete" | "hint" | "value" | "onChange" | "error"
>;

export function PasswordField(properties: Properties) {
  const [shown, setShown] = useState(false);
  return (
    <Field
      {...properties}
      label={texts.auth.password}
      name="password"
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
