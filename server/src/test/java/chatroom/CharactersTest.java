package chatroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "\u007F\u0080", "\u07FF\u0800", "\uD7FF\uE000\uFFFD", "a\uD83D\uDC4Db\u00E4"})
    void aTextIsAsLongInUtf8AsItsBytes(String text) {
        assertThat(Characters.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }
}
