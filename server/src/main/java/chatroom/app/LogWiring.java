package chatroom.app;

import chatroom.live.Live;
import chatroom.log.EventLog;
import chatroom.log.LogWriter;
import chatroom.log.PressedLog;
import chatroom.presence.Presence;
import chatroom.reading.UnreadCounts;
import chatroom.room.AutomaticSlowMode;
import chatroom.room.Floods;
import socketio.SocketIoServer;

/** Makes the log and what hears of all that it commits, and ties it together. */
final class LogWiring {
    /** Of what is published and has not reached the event loops: above it, no new posts are taken. */
    private static final int FANOUT_MAX_BYTES = 64 * 1024 * 1024;

    private final UnreadCounts counts;
    private final Live live;
    private final EventLog log;
    private final AutomaticSlowMode slowMode;

    LogWiring(Ground ground, SocketIoServer sockets, Presence presence, Metrics metrics) {
        Config config = ground.config();
        Storage storage = ground.storage();
        this.counts = new UnreadCounts(storage.reading());
        this.live = new Live(
                sockets,
                presence,
                config.limits().viewerRate(),
                storage.rooms(),
                storage.members(),
                counts,
                ground.virtualThreads(),
                ground.clock());
        var floods = new Floods(config.limits().roomRate(), System::nanoTime);
        var writer = new LogWriter(storage.log(), events -> {
            // Before the sockets hear of it: what they are told is counted from here.
            counts.committed(events);
            live.committed(events);
            floods.committed(events);
            metrics.committed(events);
        });
        this.log = new PressedLog(writer, () -> sockets.waitingBytes() > FANOUT_MAX_BYTES);
        this.slowMode = new AutomaticSlowMode(floods, storage.rooms(), storage.members(), log, ground.clock());
    }

    UnreadCounts counts() {
        return counts;
    }

    Live live() {
        return live;
    }

    EventLog log() {
        return log;
    }

    AutomaticSlowMode slowMode() {
        return slowMode;
    }
}
