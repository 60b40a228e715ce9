import { type KeyboardEvent, useState } from "react";
import { texts } from "../../texts";
import { codePoints, LONGEST } from "../../message/length";
import type { Message } from "../../wire";
import { GrowingTextarea } from "../GrowingTextarea";
import { useLive } from "../live";
import { refusalText } from "../refusalText";

export function MessageEditor({ message, onDone }: { message: Message; onDone: () => void }) {
  const { connection } = useLive();
  const [text, setText] = useState(message.text);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string>();
  const usable = text.trim() !== "" && codePoints(text) <= LONGEST;

  const save = async () => {
    if (!usable || saving) return;
    if (text === message.text) return onDone();
    setSaving(true);
    const answer = await connection.ask("message:edit", { room: message.room, id: message.id, text });
    setSaving(false);
    if (answer.ok === true) onDone();
    else setProblem(refusalText(answer));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") onDone();
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
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
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <div className="message-editor-actions">
        <button type="submit" className="btn btn-sm btn-primary" disabled={!usable || saving}>
          {saving ? texts.message.saving : texts.message.save}
        </button>
        <button type="button" className="btn btn-sm btn-quiet" onClick={onDone}>
          {texts.cancel}
        </button>
        {problem !== undefined && <span role="alert">{problem}</span>}
      </div>
    </form>
  );
}
