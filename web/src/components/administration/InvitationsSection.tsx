import { useState } from "react";
import * as administration from "../../api/administration";
import { longAgoOf } from "../../browser/clock";
import { useStore } from "../../browser/useStore";
import { session } from "../../session/session";
import { texts } from "../../texts";
import type { Invitation } from "../../wire";
import { CopyButton } from "../CopyButton";
import { Loading } from "../Loading";
import { errorText } from "../refusalText";
import { useLoaded } from "../useLoaded";
import { InvitationForm } from "./InvitationForm";

const words = texts.administration.invitations;

export function InvitationsSection() {
  const { registration } = useStore(session.server);
  const { loaded, problem, reload, set } = useLoaded(administration.invitations);
  const [said, setSaid] = useState("");
  const remove = async (invitation: Invitation) => {
    try {
      await administration.withdraw(invitation.code);
      setSaid(words.removed);
    } catch (error) {
      setSaid(errorText(error));
    }
    reload();
  };
  return (
    <>
      <p className="panel-intro">
        {words.intro} {registration !== "invite" && words[registration]}
      </p>
      <InvitationForm
        onMade={(invitation) => {
          set([invitation, ...(loaded ?? [])]);
          setSaid(words.made);
        }}
      />
      <p className="rows-said" role="status">
        {said}
      </p>
      {loaded === undefined ? (
        <Loading problem={problem} onRetry={reload} />
      ) : (
        <ul className="rows" aria-label={texts.administration.sections.invitations} data-testid="invitations">
          {loaded.map((invitation) => (
            <li key={invitation.code} className="row-item" data-testid="invitation">
              <div className="row-main">
                <code className="row-name">{invitation.code}</code>
                <span className="row-note">
                  {words.left(invitation.uses)}, {words.until(longAgoOf(invitation.expires))}
                </span>
              </div>
              <CopyButton label={words.link} text={linkOf(invitation)} />
              <button
                type="button"
                className="btn btn-sm btn-quiet"
                aria-label={words.removeOf(invitation.code)}
                onClick={() => void remove(invitation)}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      {loaded?.length === 0 && <p className="rows-note">{words.none}</p>}
    </>
  );
}

function linkOf({ code }: Invitation): string {
  return `${window.location.origin}/?invitation=${encodeURIComponent(code)}`;
}
