package chatroom.bench.load;

/** When each tenth of a number was reached, from when it was made, as somebody who looks at it now and then has seen it. */
final class Tenths {
    private static final int TENTHS = 10;
    private static final int PERCENT = 100 / TENTHS;

    private final int all;
    private final long begin = System.nanoTime();
    private final double[] seconds = new double[TENTHS];
    private int reached;

    Tenths(int all) {
        this.all = all;
    }

    /** So many are there now. */
    void see(int count) {
        while (reached < TENTHS && (long) count * TENTHS >= (long) all * (reached + 1)) {
            seconds[reached++] = secondsSinceBegin();
        }
    }

    double secondsSinceBegin() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** {@code live10} to {@code live100}, seconds. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < reached; i++) {
            words.append(" live%d=%.3f".formatted((i + 1) * PERCENT, seconds[i]));
        }
        return words.toString();
    }
}
