package socketio.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketFuzzerTest {

    @Test
    void mutatedPacketsAreMalformedOrPacketsAndNothingElse() {
        PacketFuzzer fuzzer = new PacketFuzzer(20_261_125);
        fuzzer.run(200_000);
        assertThat(fuzzer.malformed()).isBetween(50_000L, 199_000L);
    }
}
