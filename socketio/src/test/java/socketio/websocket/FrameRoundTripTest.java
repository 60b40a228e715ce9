package socketio.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class FrameRoundTripTest {

    @Property(tries = 300)
    void aMaskedMessageInAnyPiecesIsDecoded(
            @ForAll @Size(max = 300) byte[] payload, @ForAll int mask, @ForAll @IntRange(min = 0, max = 5) int cuts)
            throws WebSocketError {
        List<byte[]> messages = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(1_000);
        FrameDecoder.Output output = new FrameDecoder.Output() {
            @Override
            public void message(int opcode, byte[] message) {
                messages.add(message);
            }

            @Override
            public void control(int opcode, byte[] message) {
                throw new AssertionError("No control frame was sent");
            }
        };
        ByteBuf in = Unpooled.buffer();
        int part = payload.length / (cuts + 1);
        for (int cut = 0; cut <= cuts; cut++) {
            int from = cut * part;
            int to = cut == cuts ? payload.length : from + part;
            writeMasked(in, cut, cuts, java.util.Arrays.copyOfRange(payload, from, to), mask);
        }
        ByteBuf arriving = Unpooled.buffer();
        while (in.isReadable()) {
            arriving.writeByte(in.readByte());
            while (decoder.decode(arriving, output)) {}
        }
        assertThat(arriving.isReadable()).isFalse();
        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst()).isEqualTo(payload);
    }

    private static void writeMasked(ByteBuf out, int cut, int cuts, byte[] payload, int mask) {
        byte[] masked = payload.clone();
        Masks.apply(masked, 0, masked.length, mask);
        out.writeByte((cut == cuts ? 0x80 : 0) | (cut == 0 ? Frames.BINARY : Frames.CONTINUATION));
        if (payload.length < 126) {
            out.writeByte(0x80 | payload.length);
        } else {
            out.writeByte(0x80 | 126).writeShort(payload.length);
        }
        out.writeInt(mask).writeBytes(masked);
    }

    @Property(tries = 5_000)
    void validityOfUtf8IsWhatJavaSays(@ForAll @Size(max = 12) byte[] bytes, @ForAll @Size(max = 6) String text) {
        byte[] mixed = new byte[bytes.length + 16];
        byte[] start = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, mixed, 0, Math.min(16, start.length));
        System.arraycopy(bytes, 0, mixed, 16, bytes.length);
        for (byte[] candidate : List.of(bytes, mixed, start)) {
            boolean valid;
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(candidate));
                valid = true;
            } catch (CharacterCodingException malformed) {
                valid = false;
            }
            assertThat(Utf8.isValid(candidate)).isEqualTo(valid);
        }
    }
}
