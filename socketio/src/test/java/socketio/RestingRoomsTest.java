package socketio;

import java.time.Duration;

/** What holds in every room, where each rests between two writings, as big ones do. */
class RestingRoomsTest extends RoomsTest {
    @Override
    Coalescing coalescing() {
        return new Coalescing(Duration.ZERO, 1_000_000, Duration.ofMillis(2));
    }
}
