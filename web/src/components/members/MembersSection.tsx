import { useCallback, useState } from "react";
import * as api from "../../api/members";
import { texts } from "../../texts";
import type { Member, Room } from "../../wire";
import { Loading } from "../Loading";
import { MoreButton } from "../MoreButton";
import { nameOf } from "../people/name";
import { usePages } from "../usePages";
import { useSettled } from "../useSettled";
import { InviteForm } from "./InviteForm";
import { MemberRow } from "./MemberRow";
import { invites } from "./rights";

const words = texts.members;
/** With fewer there is nothing to look for. */
const MANY = 8;
const FOUND = 100;
/** With more, the list stays as it was loaded, whoever comes and goes. */
const FEW = 50;
const PAUSE_MS = 180;

type Row = Member & { readonly id: number };
const rowOf = (member: Member): Row => ({ ...member, id: member.account.id });

/** Who belongs to a room, and what may be done about it. */
export function MembersSection({ room }: { room: Room }) {
  const [wanted, setWanted] = useState("");
  const name = useSettled(wanted.trim(), PAUSE_MS);
  const [said, setSaid] = useState("");
  const count = room.members > FEW ? undefined : room.members;
  const load = useCallback(
    async (after: number | undefined) => {
      const page = await api.list(room.id, name === "" ? { after } : { name, limit: FOUND });
      // Who is not among so many is found by more of the name, not by another page.
      return { items: page.members.map(rowOf), more: page.more && name === "" };
    },
    // Asked anew when somebody has come or gone.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the answer depends on it
    [room.id, name, count],
  );
  const { items, more, loading, problem, loadMore, reload, change } = usePages(load);
  if (items === undefined) return <Loading problem={problem} onRetry={reload} />;

  const replace = (member: Member) =>
    change(items.map((one) => (one.id === member.account.id ? rowOf(member) : one)));

  return (
    <>
      {invites(room) && (
        <InviteForm
          room={room}
          members={new Set(items.map((member) => member.id))}
          onInvited={(count) => {
            setSaid(words.invited(count));
            reload();
          }}
        />
      )}
      <div className="rows-head">
        <h3>{words.count(room.members)}</h3>
      </div>
      {(room.members > MANY || wanted !== "") && (
        <input
          type="search"
          className="form-control rows-find"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <p className="rows-said" role="status">
        {said}
      </p>
      <ul className="rows" aria-label={words.title} data-testid="members">
        {items.map((member) => (
          <MemberRow
            key={member.id}
            room={room}
            member={member}
            onChanged={(changed) => {
              replace(changed);
              setSaid(words.changed(nameOf(changed.account), words.roles[changed.role]));
            }}
            onRemoved={() => {
              change(items.filter((one) => one.id !== member.id));
              const said = member.role === "banned" ? words.unbanned : words.removed;
              setSaid(said(nameOf(member.account)));
            }}
          />
        ))}
      </ul>
      {items.length === 0 && !loading && problem === undefined && <p className="rows-note">{words.none}</p>}
      {problem !== undefined && <p className="form-problem">{problem}</p>}
      {more && <MoreButton label={words.more} loading={loading} onClick={loadMore} />}
    </>
  );
}
