import { type SubmitEvent, useState } from "react";
import * as api from "../../api/members";
import { texts } from "../../texts";
import type { Profile, Room } from "../../wire";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";
import { PlusIcon } from "../Icons";
import { useFeature, useLive } from "../live";
import { PeoplePicker } from "../people/PeoplePicker";

const words = texts.members;

interface Properties {
  room: Room;
  members: ReadonlySet<number>;
  onInvited: (count: number) => void;
}

/** Brings people into a room, by name. */
export function InviteForm({ room, members, onInvited }: Properties) {
  const { me } = useLive();
  const findsPeople = useFeature("accounts.find");
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly Profile[]>([]);
  const attempt = useAttempt({});
  if (!findsPeople) return null;
  if (!open)
    return (
      <button type="button" className="btn btn-quiet invite-button" onClick={() => setOpen(true)}>
        <PlusIcon />
        {words.invite}
      </button>
    );

  const close = () => {
    setOpen(false);
    setChosen([]);
  };
  const invite = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wrong: Record<string, string> = chosen.length === 0 ? { people: words.inviteMissing } : {};
    void attempt.make(event.currentTarget, wrong, async () => {
      // One after the other: who is in stays in should a later one be refused.
      for (const person of chosen) {
        // A moderator of a page that is not loaded here would be made less by it.
        const role = (await api.find(room.id, person.username))?.role ?? "banned";
        if (role === "banned") await api.set(room.id, person.id, "member");
        setChosen((left) => left.filter((one) => one !== person));
      }
      onInvited(chosen.length);
      close();
    });
  };
  return (
    <form noValidate className="invite" onSubmit={invite}>
      <Problem attempt={attempt} />
      <PeoplePicker
        label={words.invite}
        chosen={chosen}
        onChange={setChosen}
        without={new Set([...members, me])}
        error={attempt.errors["people"]}
      />
      <div className="save-row">
        <button type="submit" className="btn btn-primary" aria-disabled={attempt.busy || attempt.wait > 0}>
          {words.inviteAction}
        </button>
        <button type="button" className="btn btn-quiet" onClick={close}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
