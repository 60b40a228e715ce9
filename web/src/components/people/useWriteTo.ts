import * as rooms from "../../api/rooms";
import { goTo } from "../../browser/location";
import { useLive } from "../live";

/** Opens the direct room of these people and me, and goes there. */
export function useWriteTo(): (others: readonly number[]) => Promise<void> {
  const live = useLive();
  return async (others) => {
    const room = await rooms.openDirect(others);
    live.rooms.notice({ room });
    goTo(room.id);
  };
}
