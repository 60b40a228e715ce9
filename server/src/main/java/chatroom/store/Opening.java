package chatroom.store;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is opened one after the other, and closed again, the last first, where the rest can't be. In a {@code try}, so that what
 * fails then does not hide why.
 */
public final class Opening implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** All is open, and belongs to {@code whole} from now on. */
    public <T> T done(T whole) {
        opened.clear();
        return whole;
    }

    /** @throws IllegalStateException if something can't be closed; all the others are */
    @Override
    public void close() {
        IllegalStateException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IllegalStateException("what was opened can't be closed") : failure;
                failure.addSuppressed(e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
