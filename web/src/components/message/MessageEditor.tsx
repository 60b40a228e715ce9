import { type KeyboardEvent, useState } from "react";
import { isComposing } from "../../browser/composing";
import { texts } from "../../texts";
import { codePoints, LONGEST } from "../../message/length";
import type { Message } from "../../wire";
import { GrowingTextarea } from "../GrowingTextarea";
import { useStore } from "../../browser/useStore";
import { useLive } from "../live";
import { refusalText } from "../refusalText";
import { edited, stopEditing } from "./editing";

export function MessageEditor({ message }: { message: Message }) {
  const { connection } = useLive();
  const text = useStore(edited)?.text ?? message.text;
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const usable = text.trim() !== "" && codePoints(text) <= LONGEST;

  const save = async () => {
    if (!usable || saving) return;
    if (text === message.text) return stopEditing();
    setSaving(true);
    setProblem(undefined);
    const answer = await connection.ask("message:edit", { room: message.room, id: message.id, text });
    setSaving(false);
    if (answer.ok === true) stopEditing();
    else setProblem(refusalText(answer));
  };
  const press = (event: KeyboardEvent) => {
    // These end the composition of a character, not the edit.
    if (isComposing(event)) return;
    if (event.key === "Escape") stopEditing();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    void save();
  };
  return (
    <form
      className="message-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <GrowingTextarea
        className="form-control"
        aria-label={texts.message.edit}
        value={text}
        dir="auto"
        autoFocus
        onChange={(event) => edited.set({ id: message.id, text: event.target.value })}
        onKeyDown={press}
      />
      <div className="message-editor-actions">
        <button type="submit" className="btn btn-sm btn-primary" aria-disabled={!usable || saving}>
          {saving ? texts.message.saving : texts.message.save}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" onClick={stopEditing}>
          {texts.cancel}
        </button>
        {problem !== undefined && <span role="alert">{problem}</span>}
      </div>
    </form>
  );
}
