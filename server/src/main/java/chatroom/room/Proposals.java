package chatroom.room;

import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.RoomId;
import chatroom.log.Decision;
import chatroom.log.EventLog;
import chatroom.log.Proposal;
import java.time.InstantSource;

/** Proposes changes of rooms to the log and waits for what becomes of them. */
public final class Proposals {
    private final EventLog log;
    private final InstantSource clock;

    public Proposals(EventLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Returns once the change is in the log for good, or is so already.
     *
     * @throws ChatException if it is refused
     */
    void make(RoomId room, Author author, Change change) {
        Decision decision = log.append(new Proposal(room, author, now(), change))
                .toCompletableFuture()
                .join();
        if (decision instanceof Decision.Refused refused) {
            throw refused.refusal();
        }
    }

    long now() {
        return clock.millis();
    }
}
