package chatroom.reading;

import chatroom.Position;
import org.jspecify.annotations.Nullable;

/** Hears of members who have read further. Called by the thread that said so; must not block. */
@FunctionalInterface
public interface ReadNews {
    /** @param by the device that said so and knows it, or null */
    void moved(Place place, Position position, @Nullable Object by);
}
