package socketio.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;
import socketio.loop.Loop;
import socketio.loop.Timer;

/** The open connections of each loop. Each loop sees only its own. */
final class Residents {
    private volatile ArrayList<EngineConnection>[] byLoop = lists(0);

    void add(EngineConnection connection) {
        ArrayList<EngineConnection> list = list(connection.loop());
        connection.place = list.size();
        list.add(connection);
    }

    void remove(EngineConnection connection) {
        ArrayList<EngineConnection> list = list(connection.loop());
        EngineConnection last = list.removeLast();
        if (last != connection) {
            list.set(connection.place, last);
            last.place = connection.place;
        }
    }

    /** Closes each connection of the loop at some time within {@code spread}. */
    void drain(Loop loop, Duration spread) {
        long nanos = spread.toNanos();
        for (EngineConnection connection : new ArrayList<>(list(loop))) {
            Departure departure = new Departure(connection);
            if (nanos <= 0) {
                departure.expired();
            } else {
                loop.wheel().arm(departure, ThreadLocalRandom.current().nextLong(nanos));
            }
        }
    }

    private ArrayList<EngineConnection> list(Loop loop) {
        ArrayList<EngineConnection>[] lists = byLoop;
        return loop.index() < lists.length ? lists[loop.index()] : grown(loop);
    }

    private synchronized ArrayList<EngineConnection> grown(Loop loop) {
        ArrayList<EngineConnection>[] before = byLoop;
        if (loop.index() >= before.length) {
            ArrayList<EngineConnection>[] after = lists(loop.index() + 1);
            for (int index = 0; index < after.length; index++) {
                after[index] = index < before.length ? before[index] : new ArrayList<>();
            }
            byLoop = after;
        }
        return byLoop[loop.index()];
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArrayList<EngineConnection>[] lists(int length) {
        return new ArrayList[length];
    }

    private static final class Departure extends Timer {
        private final EngineConnection connection;

        Departure(EngineConnection connection) {
            this.connection = connection;
        }

        @Override
        protected void expired() {
            if (connection.isOpen()) {
                connection.incoming().draining();
                connection.close(CloseReason.DRAINING);
            }
        }
    }
}
