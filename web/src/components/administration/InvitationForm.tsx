import { type SubmitEvent, useId, useState } from "react";
import * as administration from "../../api/administration";
import { texts } from "../../texts";
import type { Invitation } from "../../wire";
import { Problem } from "../form/Problem";
import { useAttempt } from "../form/useAttempt";

const words = texts.administration.invitations;
const USES = [1, 5, 10, 25, 100];
const DAYS = [1, 7, 30, 365];
const DAY_MS = 86_400_000;

export function InvitationForm({ onMade }: { onMade: (invitation: Invitation) => void }) {
  const id = useId();
  const [uses, setUses] = useState(1);
  const [days, setDays] = useState(7);
  const attempt = useAttempt(words);
  return (
    <form
      noValidate
      className="invitation-form"
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        void attempt.make(event.currentTarget, {}, async () =>
          onMade(await administration.invite(uses, Date.now() + days * DAY_MS)),
        );
      }}
    >
      <Problem attempt={attempt} />
      <div className="invitation-fields">
        <div>
          <label className="form-label" htmlFor={`${id}-uses`}>
            {words.uses}
          </label>
          <select
            id={`${id}-uses`}
            className="form-select"
            value={uses}
            onChange={(event) => setUses(Number(event.target.value))}
          >
            {USES.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </div>
        <div>
          <label className="form-label" htmlFor={`${id}-days`}>
            {words.expires}
          </label>
          <select
            id={`${id}-days`}
            className="form-select"
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {words.days(count)}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" className="btn btn-primary" aria-disabled={attempt.busy || attempt.wait > 0}>
          {words.create}
        </button>
      </div>
    </form>
  );
}
