import { useId } from "react";
import { useStore } from "../../browser/useStore";
import { texts } from "../../texts";
import { useLive, useMe } from "../live";
import { OutgoingRow } from "../message/OutgoingRow";

/** My posts that did not get into a room whose log is not here: they can be read, and discarded. */
export function Unsent({ room }: { room: number }) {
  const me = useMe();
  const title = useId();
  const entries = useStore(useLive().outbox.entries);
  const unsent = entries.filter((post) => post.room === room && post.state !== "sent");
  if (unsent.length === 0) return null;
  return (
    <section className="unsent" aria-labelledby={title}>
      <h3 id={title}>{texts.room.unsent}</h3>
      {unsent.map((post) => (
        <OutgoingRow key={post.key} outgoing={post} head me={me} />
      ))}
    </section>
  );
}
