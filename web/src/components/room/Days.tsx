import { memo, useState } from "react";
import { dayOf } from "../../browser/clock";
import type { Reader } from "../../reading/reader";
import type { Day, Row } from "../../room/timeline";
import { texts } from "../../texts";
import type { Person } from "../../wire";
import { useLive } from "../live";
import { MessageRow } from "../message/MessageRow";
import { OutgoingRow } from "../message/OutgoingRow";
import { DateDialog } from "./DateDialog";
import { Notes } from "./Notes";

interface Properties {
  days: readonly Day[];
  me: Person;
  reader: Reader;
}

export const Days = memo(function Days({ days, me, reader }: Properties) {
  const [asked, setAsked] = useState<number>();
  return (
    <>
      {days.map((day) => (
        <section key={day.key} className="day" aria-label={dayOf(day.at)}>
          <div className="day-label">
            <button type="button" title={texts.room.toDate} onClick={() => setAsked(day.at)}>
              {dayOf(day.at)}
              <span className="visually-hidden">. {texts.room.toDate}</span>
            </button>
          </div>
          {day.rows.map((row) => (
            <DayRow key={row.key} row={row} me={me} reader={reader} />
          ))}
        </section>
      ))}
      {asked !== undefined && <DateDialog from={asked} reader={reader} onClose={() => setAsked(undefined)} />}
    </>
  );
});

function DayRow({ row, me, reader }: { row: Row; me: Person; reader: Reader }) {
  const { account } = useLive();
  switch (row.kind) {
    case "message":
      return <MessageRow message={row.message} head={row.head} />;
    case "outgoing":
      return <OutgoingRow outgoing={row.outgoing} head={row.head} me={me} />;
    case "notes":
      return <Notes row={row.key} notes={row.notes} me={account.id} />;
    case "new":
      return (
        <div
          className="new-line"
          data-testid="new-line"
          data-row="new"
          role="separator"
          aria-label={texts.room.newLine}
        >
          <span aria-hidden="true">{texts.room.newLine}</span>
        </div>
      );
    case "hole":
      return (
        <div className="hole" data-testid="hole" data-row={row.key} tabIndex={-1}>
          <span>{texts.room.hole(row.hole.count ?? 0)}</span>
          <button
            type="button"
            className="btn btn-sm btn-quiet"
            onClick={() => void reader.store.history.fill(row.hole)}
          >
            {texts.room.fillHole}
          </button>
        </div>
      );
  }
}
