package chatroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "\u00FF\u0101",
                "\u07FF\u0800",
                "\uD7FF\uE000\uFFFD",
                "a\uD83D\uDC4Db\u00E4",
                "say \"a\\b\"\n\t"
            })
    void aTextIsAsLongInJsonAsItsBytes(String text) throws JsonProcessingException {
        byte[] json = new ObjectMapper().writeValueAsString(text).getBytes(StandardCharsets.UTF_8);

        assertThat(Characters.jsonLength(text) + 2).isEqualTo(json.length);
    }
}
