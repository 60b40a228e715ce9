package socketio;

import java.time.Duration;

/** What holds in every room, where each rests between two writings, as big ones do. */
class RestingRoomsTest extends RoomsTest {
    @Override
    Coalescing coalescing() {
        return new Coalescing(Duration.ZERO, 0, Integer.MAX_VALUE, Duration.ofMillis(20));
    }
}
