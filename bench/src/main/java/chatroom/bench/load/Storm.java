package chatroom.bench.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Many clients that are cut off at once and come back at once, with what they remember. */
final class Storm {
    private static final int PATIENCE_SECONDS = 120;

    private final LoadOptions options;

    Storm(LoadOptions options) {
        this.options = options;
    }

    /** Waits for a line of input between the calm and the storm, and prints how long the storm took. */
    void run() throws Exception {
        People people =
                People.read(Path.of(options.text("people", "")), options.number("first", 0), options.connections());
        List<ReturningClient.Memory> memories = people.all().stream()
                .map(person -> new ReturningClient.Memory(person.rooms()[0]))
                .toList();
        List<ReturningClient> before = new ArrayList<>();
        Run calm = new Run(options);
        Dialer first = new Dialer(calm);
        for (int number = 0; number < memories.size(); number++) {
            before.add(new ReturningClient(calm, people.get(number).token(), memories.get(number)));
            first.connect(before.getLast());
        }
        await(calm, memories.size());
        System.out.println("ready " + calm.readyCount());
        System.in.read();
        calm.ending();
        before.forEach(client -> client.openChannel().close());
        Thread.sleep(TimeUnit.SECONDS.toMillis(options.number("pause", 1)));
        Run back = new Run(options);
        Dialer second = new Dialer(back);
        long begin = System.nanoTime();
        for (int number = 0; number < memories.size(); number++) {
            second.connect(new ReturningClient(back, people.get(number).token(), memories.get(number)));
        }
        await(back, memories.size());
        System.out.printf("result seconds=%.3f lost=%d%n", (System.nanoTime() - begin) / 1e9, back.lostCount());
        back.ending();
    }

    private static void await(Run run, int count) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (run.readyCount() < count) {
            if (System.nanoTime() > end || run.lostCount() > 0) {
                throw new IllegalStateException("ready: " + run.readyCount() + ", lost: " + run.lostCount());
            }
            Thread.sleep(5);
        }
    }
}
