import { memo } from "react";
import { dayOf } from "../../browser/clock";
import type { RoomStore } from "../../live/roomStore";
import type { Day, Row } from "../../room/timeline";
import { texts } from "../../texts";
import type { Person } from "../../wire";
import { MessageRow } from "../message/MessageRow";
import { OutgoingRow } from "../message/OutgoingRow";

interface Properties {
  days: readonly Day[];
  me: Person;
  store: RoomStore;
}

export const Days = memo(function Days({ days, me, store }: Properties) {
  return days.map((day) => (
    <section key={day.key} className="day" aria-label={dayOf(day.at)}>
      <div className="day-label" aria-hidden="true">
        <span>{dayOf(day.at)}</span>
      </div>
      {day.rows.map((row) => rowOf(row, me, store))}
    </section>
  ));
});

function rowOf(row: Row, me: Person, store: RoomStore) {
  switch (row.kind) {
    case "message":
      return <MessageRow key={row.key} message={row.message} head={row.head} />;
    case "outgoing":
      return <OutgoingRow key={row.key} outgoing={row.outgoing} head={row.head} me={me} />;
    case "new":
      return (
        <div
          key={row.key}
          className="new-line"
          data-testid="new-line"
          role="separator"
          aria-label={texts.room.newLine}
        >
          <span aria-hidden="true">{texts.room.newLine}</span>
        </div>
      );
    case "hole":
      return (
        <div key={row.key} className="hole" data-testid="hole" data-row={row.key} tabIndex={-1}>
          <span>{texts.room.hole(row.hole.count)}</span>
          <button type="button" className="btn btn-sm btn-quiet" onClick={() => void store.fill(row.hole)}>
            {texts.room.fillHole}
          </button>
        </div>
      );
  }
}
