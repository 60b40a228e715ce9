package chatroom.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TenthsTest {
    @Test
    void aTenthIsReachedWhenSoManyAreThere() {
        var tenths = new Tenths(15);

        tenths.see(1);
        assertThat(tenths.words()).isEmpty();
        tenths.see(2);
        assertThat(names(tenths)).containsExactly("live10");
        tenths.see(15);

        assertThat(names(tenths))
                .containsExactly(
                        "live10", "live20", "live30", "live40", "live50", "live60", "live70", "live80", "live90",
                        "live100");
    }

    private static String[] names(Tenths tenths) {
        return Arrays.stream(tenths.words().strip().split(" "))
                .map(word -> word.substring(0, word.indexOf('=')))
                .toArray(String[]::new);
    }
}
