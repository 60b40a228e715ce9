import { useState } from "react";
import * as api from "../../api/members";
import { fullTimeOf, longAgoOf } from "../../browser/clock";
import { texts } from "../../texts";
import type { Member, Room } from "../../wire";
import { Avatar } from "../Avatar";
import { Confirm } from "../Confirm";
import { useLive } from "../live";
import { nameOf } from "../people/name";
import { errorText } from "../refusalText";
import { MemberMenu } from "./MemberMenu";
import type { Deed } from "./rights";

const words = texts.members;

interface Properties {
  room: Room;
  member: Member;
  onChanged: (member: Member) => void;
  onRemoved: () => void;
}

export function MemberRow({ room, member, onChanged, onRemoved }: Properties) {
  const { me } = useLive();
  const [asks, setAsks] = useState<"remove" | "ban">();
  const [problem, setProblem] = useState<string>();
  const { account, role, online, since } = member;
  const name = nameOf(account);

  const remove = async () => {
    await api.remove(room.id, account.id);
    onRemoved();
  };
  const become = async (next: Member["role"]) => onChanged(await api.set(room.id, account.id, next));
  const act = (deed: Deed) => {
    setProblem(undefined);
    if (deed === "remove" || deed === "ban") return setAsks(deed);
    // Who is banned is no member; lifting the ban makes nobody one.
    const done = deed === "unban" ? remove() : become(deed);
    done.catch((error: unknown) => setProblem(errorText(error)));
  };

  return (
    <li className="row-item" data-testid="member" data-account={account.id} data-role={role}>
      <span className="presence-mark" data-online={online && role !== "banned"}>
        <Avatar id={account.id} name={name} />
      </span>
      <div className="row-main">
        <span className="row-name">
          <bdi>{name}</bdi>
          {account.id === me && <span className="people-you">{texts.people.you}</span>}
          {role !== "member" && <span className={`tag tag-${role}`}>{words.roles[role]}</span>}
        </span>
        <span className="row-note">
          {name !== account.username && (
            <>
              <bdi>{account.username}</bdi> ·{" "}
            </>
          )}
          {role !== "banned" && `${online ? words.online : words.offline} · `}
          <span title={fullTimeOf(since)}>{words.since(longAgoOf(since))}</span>
        </span>
        {problem !== undefined && (
          <span className="field-error" role="alert">
            {problem}
          </span>
        )}
      </div>
      <MemberMenu room={room} member={member} onAct={act} />
      {asks !== undefined && (
        <Confirm
          title={asks === "ban" ? words.banTitle(name) : words.removeTitle(name)}
          action={asks === "ban" ? words.banAction : words.removeAction}
          onClose={() => setAsks(undefined)}
          onConfirm={() => (asks === "ban" ? become("banned") : remove())}
        >
          <p>{asks === "ban" ? words.banHint : words.removeHint}</p>
        </Confirm>
      )}
    </li>
  );
}
