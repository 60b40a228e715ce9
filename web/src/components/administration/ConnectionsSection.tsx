import { useCallback } from "react";
import * as administration from "../../api/administration";
import { fullTimeOf, momentOf } from "../../browser/clock";
import { texts } from "../../texts";
import { Loading } from "../Loading";
import { MoreButton } from "../MoreButton";
import { usePages } from "../usePages";

const words = texts.administration.connections;

/** The table of who is connected where. */
export function ConnectionsSection() {
  const load = useCallback(async (after: number | undefined) => {
    const page = await administration.connections(after);
    return { items: page.connections, more: page.more };
  }, []);
  const { items, more, loading, problem, loadMore, reload } = usePages(load);
  if (items === undefined) return <Loading problem={problem} onRetry={reload} />;
  return (
    <>
      <div className="rows-head">
        <p className="panel-intro">{words.intro}</p>
        <button type="button" className="btn btn-sm btn-quiet" onClick={reload}>
          {words.reload}
        </button>
      </div>
      <div
        className="table-scroller"
        tabIndex={0}
        role="region"
        aria-label={texts.administration.sections.connections}
      >
        <table className="table" data-testid="connections">
          <thead>
            <tr>
              <th scope="col">{words.user}</th>
              <th scope="col">{words.instance}</th>
              <th scope="col">{words.updated}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((connection) => (
              <tr key={connection.id}>
                <td>
                  <bdi>{connection.user}</bdi>
                </td>
                <td>{connection.instance}</td>
                <td title={fullTimeOf(connection.updated)}>{momentOf(connection.updated)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {items.length === 0 && !loading && problem === undefined && <p className="rows-note">{words.none}</p>}
      {problem !== undefined && <p className="form-problem">{problem}</p>}
      {more && <MoreButton label={words.more} loading={loading} onClick={loadMore} />}
    </>
  );
}
