import * as api from "../../api/rooms";
import type { Room } from "../../wire";
import { type Found, useFound } from "../useFound";

const MOST = 50;

export interface RoomsFound {
  readonly rooms: readonly Room[];
  /** More bear this name than are told. */
  readonly more: boolean;
}

const NOTHING: RoomsFound = { rooms: [], more: false };

const find = (name: string, signal: AbortSignal): Promise<RoomsFound> =>
  api.list({ name, limit: MOST }, signal);

/** Whoever shows them looks for the name once more, among those that are held here too. */
const still = ({ found }: { readonly found: RoomsFound }): RoomsFound => found;

/** What the server knows by a part of a name, of rooms that are not loaded here too. */
export function useRoomsFound(name: string): Found<RoomsFound> {
  return useFound(name, NOTHING, find, still);
}

/** Those that are held here, which are newer, and those that were found besides. */
export function withFound(held: ReadonlyMap<number, Room>, found: RoomsFound): readonly Room[] {
  return [...held.values(), ...found.rooms.filter((room) => !held.has(room.id))];
}
