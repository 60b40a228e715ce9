package chatroom.bench.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Many clients that are cut off at once and come back at once, with what they remember. */
final class Storm {
    private static final int PATIENCE_SECONDS = 120;

    /** By default: the first time, both ends are still compiled. */
    private static final int STORMS = 2;

    private final LoadOptions options;
    private final int connections;
    /** None where the server knows nobody: then there is nothing to come back to but the connection. */
    private final @Nullable People people;

    private final List<ReturningClient.Memory> memories = new ArrayList<>();

    Storm(LoadOptions options) throws IOException {
        this.options = options;
        this.connections = options.connections();
        String file = options.text("people", "");
        if (file.isEmpty()) {
            people = null;
        } else {
            people = People.read(Path.of(file), options.number("first", 0), connections);
            people.all().forEach(person -> memories.add(new ReturningClient.Memory(person.rooms()[0])));
        }
    }

    /**
     * Waits for a line of input between the calm and each storm, and prints how long the storm took, and each tenth of it. At the
     * end everybody stays until there is one more: that so many leave at once is no part of what others feel of a storm.
     */
    void run() throws Exception {
        Run now = new Run(options);
        var dialer = new Dialer(now);
        List<WebSocketClient> there = come(now, dialer, new Tenths(connections));
        System.out.println("ready " + now.readyCount());
        for (int storm = 0; storm < options.number("storms", STORMS); storm++) {
            System.in.read();
            now.ending();
            there.forEach(client -> client.openChannel().close());
            Thread.sleep(TimeUnit.SECONDS.toMillis(options.number("pause", 1)));
            now = new Run(options);
            Dialer before = dialer;
            var tenths = new Tenths(connections);
            dialer = new Dialer(now);
            there = come(now, dialer, tenths);
            System.out.printf(
                    "result seconds=%.3f lost=%d%s%n", tenths.secondsSinceBegin(), now.lostCount(), tenths.words());
            before.close();
        }
        System.in.read();
        now.ending();
    }

    /** Returns when all are live. */
    private List<WebSocketClient> come(Run run, Dialer dialer, Tenths tenths) throws InterruptedException {
        List<WebSocketClient> clients = new ArrayList<>();
        for (int number = 0; number < connections; number++) {
            clients.add(client(run, number));
            dialer.connect(clients.getLast());
            tenths.see(run.readyCount());
        }
        await(run, tenths);
        return clients;
    }

    private WebSocketClient client(Run run, int number) {
        return people == null
                ? new IdleClient(run)
                : new ReturningClient(run, people.get(number).token(), memories.get(number));
    }

    private void await(Run run, Tenths tenths) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (run.readyCount() < connections) {
            tenths.see(run.readyCount());
            if (System.nanoTime() > end || run.lostCount() > 0) {
                throw new IllegalStateException("ready: " + run.readyCount() + ", lost: " + run.lostCount());
            }
            Thread.sleep(5);
        }
        tenths.see(connections);
    }
}
