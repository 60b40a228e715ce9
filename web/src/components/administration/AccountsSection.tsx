import { useCallback, useDeferredValue, useState } from "react";
import * as administration from "../../api/administration";
import { texts } from "../../texts";
import type { Profile } from "../../wire";
import { Loading } from "../Loading";
import { MoreButton } from "../MoreButton";
import { nameOf } from "../people/name";
import { usePages } from "../usePages";
import { AccountRow } from "./AccountRow";

const words = texts.administration.accounts;

/** All accounts by pages, or those that are called so. */
export function AccountsSection() {
  const [wanted, setWanted] = useState("");
  const [said, setSaid] = useState("");
  const name = useDeferredValue(wanted.trim());
  const load = useCallback(
    async (after: number | undefined) => {
      const page = await administration.accounts(name === "" ? undefined : name, after);
      // Found by name there is one page; the next would be of a longer name.
      return { items: page.accounts, more: name === "" && page.more };
    },
    [name],
  );
  const { items, more, loading, problem, loadMore, reload, change } = usePages(load);
  const replace = (account: Profile) => {
    change((items ?? []).map((one) => (one.id === account.id ? { ...one, ...account } : one)));
    setSaid(words.changed(nameOf(account)));
  };
  return (
    <>
      <input
        type="search"
        className="form-control rows-find"
        aria-label={words.find}
        placeholder={words.find}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p className="rows-said" role="status">
        {said}
      </p>
      {items === undefined ? (
        <Loading problem={problem} onRetry={reload} />
      ) : (
        <>
          <ul className="rows" aria-label={texts.administration.sections.accounts} data-testid="accounts">
            {items.map((account) => (
              <AccountRow key={account.id} account={account} onChanged={replace} />
            ))}
          </ul>
          {items.length === 0 && !loading && problem === undefined && (
            <p className="rows-note">{words.none}</p>
          )}
          {problem !== undefined && <p className="form-problem">{problem}</p>}
          {more && <MoreButton label={words.more} loading={loading} onClick={loadMore} />}
        </>
      )}
    </>
  );
}
