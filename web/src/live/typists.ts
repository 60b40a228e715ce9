import { Store } from "../store";
import type { Person } from "../wire";

/** Without another word, somebody is taken to have stopped writing after so long. */
const WRITES_FOR_MS = 6_000;

/** Who is writing in a room just now, by the server's word. */
export class Typists {
  readonly view = new Store<readonly Person[]>([]);
  readonly #until = new Map<number, { person: Person; timer: ReturnType<typeof setTimeout> }>();

  write(person: Person): void {
    clearTimeout(this.#until.get(person.id)?.timer);
    const timer = setTimeout(() => this.stop(person.id), WRITES_FOR_MS);
    this.#until.set(person.id, { person, timer });
    this.#show();
  }

  /** They posted, or have been silent for long. */
  stop(id: number): void {
    const known = this.#until.get(id);
    if (known === undefined) return;
    clearTimeout(known.timer);
    this.#until.delete(id);
    this.#show();
  }

  #show(): void {
    this.view.set([...this.#until.values()].map(({ person }) => person));
  }
}
