package chatroom.room;

import chatroom.AccountId;

/** Hears of rooms that others may want to know of. Called by the thread that made the news; must not block. */
@FunctionalInterface
public interface RoomNews {
    /**
     * A public room was opened.
     *
     * @param room as its creator sees it
     */
    void opened(RoomForMe room, AccountId creator);
}
