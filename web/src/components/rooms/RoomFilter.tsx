import { texts } from "../../texts";

interface Properties {
  wanted: string;
  onWanted: (wanted: string) => void;
  onlyUnread: boolean;
  onOnlyUnread: (only: boolean) => void;
}

/** Which of many rooms the list shows. The order never changes by itself: nothing moves under a pointer. */
export function RoomFilter({ wanted, onWanted, onlyUnread, onOnlyUnread }: Properties) {
  return (
    <div className="rooms-filter">
      <input
        type="search"
        className="form-control rooms-find"
        aria-label={texts.rooms.find}
        placeholder={texts.rooms.find}
        value={wanted}
        onChange={(event) => onWanted(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") onWanted("");
        }}
      />
      <button
        type="button"
        className="btn btn-sm rooms-unread"
        aria-pressed={onlyUnread}
        onClick={() => onOnlyUnread(!onlyUnread)}
      >
        {texts.rooms.onlyUnread}
      </button>
    </div>
  );
}
