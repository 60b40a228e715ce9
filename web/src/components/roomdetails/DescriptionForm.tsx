import { type SubmitEvent, useState } from "react";
import * as api from "../../api/rooms";
import { texts } from "../../texts";
import type { Refusal, Room } from "../../wire";
import { Field } from "../form/Field";
import { Problem } from "../form/Problem";
import { SaveRow } from "../form/SaveRow";
import { useAttempt } from "../form/useAttempt";
import { useLive } from "../live";

const LONGEST_NAME = 64;
const LONGEST_TOPIC = 250;

/** What a room is called and what it is for. */
export function DescriptionForm({ room }: { room: Room }) {
  const live = useLive();
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic);
  const attempt = useAttempt(texts.rooms, meaning);
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const edit: api.RoomEdit = {
      ...(name.trim() === room.name ? {} : { name: name.trim() }),
      ...(topic.trim() === room.topic ? {} : { topic: topic.trim() }),
    };
    const wrong: Record<string, string> = name.trim() === "" ? { name: texts.rooms.nameMissing } : {};
    void attempt.make(event.currentTarget, wrong, async () => {
      if (Object.keys(edit).length > 0) live.rooms.notice({ room: await api.change(room.id, edit) });
    });
  };
  return (
    <form noValidate onSubmit={save}>
      <Problem attempt={attempt} />
      <Field
        label={texts.rooms.name}
        maxLength={LONGEST_NAME}
        value={name}
        onChange={setName}
        error={attempt.errors["name"]}
      />
      <Field
        label={texts.rooms.topic}
        note={texts.auth.optional}
        hint={texts.rooms.topicHint}
        maxLength={LONGEST_TOPIC}
        value={topic}
        onChange={setTopic}
        error={attempt.errors["topic"]}
      />
      <SaveRow attempt={attempt} />
    </form>
  );
}

function meaning({ code }: Refusal) {
  return code === "taken" ? { errors: { name: texts.rooms.nameTaken } } : undefined;
}
