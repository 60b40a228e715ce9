package socketio.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a message in the smallest fragments costs before anybody has signed in. */
class FragmentsTest {
    private static final int MAX_PAYLOAD = 1_000_000;
    private static final int MASK = 0x01020304;

    private final List<byte[]> messages = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(MAX_PAYLOAD);
    private final FrameDecoder.Output output = new FrameDecoder.Output() {
        @Override
        public void message(int opcode, byte[] message) {
            messages.add(message);
        }

        @Override
        public void control(int opcode, byte[] message) {
            throw new AssertionError("No control frame was sent");
        }
    };

    private static ByteBuf bytesAsFragments() {
        ByteBuf in = Unpooled.buffer(7 * MAX_PAYLOAD);
        for (int index = 0; index < MAX_PAYLOAD; index++) {
            in.writeByte((index == MAX_PAYLOAD - 1 ? 0x80 : 0) | (index == 0 ? Frames.TEXT : Frames.CONTINUATION));
            in.writeByte(0x81).writeInt(MASK).writeByte('x' ^ (MASK >>> 24));
        }
        return in;
    }

    @Test
    void aMillionFragmentsOfOneByteCostAFewTimesTheirLength() throws WebSocketError {
        ByteBuf in = bytesAsFragments();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long limit = 10L * MAX_PAYLOAD;
        while (decoder.decode(in, output)) {
            if (in.readerIndex() % 7_000 == 0) {
                assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(limit);
            }
        }
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst()).hasSize(MAX_PAYLOAD).containsOnly('x');
    }
}
