import { useEffect, useState } from "react";
import * as api from "../../api/rooms";
import type { Room } from "../../wire";
import { useSettled } from "../useSettled";

const PAUSE_MS = 180;
const MOST = 50;

export interface RoomsFound {
  readonly rooms: readonly Room[];
  /** More bear this name than are told. */
  readonly more: boolean;
}

const NOTHING: RoomsFound = { rooms: [], more: false };

/** What the server knows by a part of a name, of rooms that are not loaded here too; what was found before stays until then. */
export function useRoomsFound(name: string): RoomsFound {
  const wanted = useSettled(name.trim(), PAUSE_MS);
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (wanted === "") return;
    const stop = new AbortController();
    api.list({ name: wanted, limit: MOST }, stop.signal).then(setFound, () => undefined);
    return () => stop.abort();
  }, [wanted]);
  return name.trim() === "" ? NOTHING : found;
}

/** Those that are held here, which are newer, and those that were found besides. */
export function withFound(held: ReadonlyMap<number, Room>, found: RoomsFound): readonly Room[] {
  return [...held.values(), ...found.rooms.filter((room) => !held.has(room.id))];
}
