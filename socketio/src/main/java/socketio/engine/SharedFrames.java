package socketio.engine;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.PooledByteBufAllocator;

/** Frames that many clients of a loop are written; they count once among what waits, until the last client has taken them. */
final class SharedFrames extends CompositeByteBuf {
    private final Laggards laggards;
    private final int bytes;

    private SharedFrames(ByteBuf frames, Laggards laggards, int bytes) {
        super(PooledByteBufAllocator.DEFAULT, true, 1);
        this.laggards = laggards;
        this.bytes = bytes;
        addComponent(true, frames);
    }

    /** @param frames with all its bytes in it; taken over */
    static ByteBuf of(ByteBuf frames, Laggards laggards) {
        int bytes = frames.capacity();
        laggards.shared(bytes);
        return new SharedFrames(frames, laggards, bytes);
    }

    @Override
    protected void deallocate() {
        super.deallocate();
        laggards.shared(-bytes);
    }
}
