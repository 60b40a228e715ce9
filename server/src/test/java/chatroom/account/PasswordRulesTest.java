package chatroom.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    @ParameterizedTest
    @ValueSource(strings = {"trustno1", "Michelle", "PASSWORT1", "chatroom123", "aaaaaaaa", "76543210", "grace.hopper"})
    void whatEverybodyTriesFirstIsTooEasy(String password) {
        assertThat(PasswordRules.weakness(password, "Grace.Hopper")).isEqualTo("is too easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "ユニコーンが八頭います", "xk7-qq_2v", "grace.hopper and more"})
    void whatIsLongOrOddEnoughIsTaken(String password) {
        assertThat(PasswordRules.weakness(password, "grace.hopper")).isNull();
    }

    @Test
    void whateverZxcvbnKnowsIsTooEasy() throws IOException {
        assertThat(StandardDictionaries.loadAllDictionaries())
                .flatExtracting(Dictionary::getFrequencies)
                .filteredOn(word -> word.length() >= 8)
                .hasSizeGreaterThan(10_000)
                .allMatch(word -> PasswordRules.weakness(word, "grace") != null);
    }

    @Test
    void lengthsAreInCodePoints() {
        assertThat(PasswordRules.weakness("🦄🐙🦊🐳🦉🐝🦋", "grace")).isEqualTo("must have at least 8 characters");
        assertThat(PasswordRules.weakness("🦄🐙🦊🐳🦉🐝🦋🌵", "grace")).isNull();
        assertThat(PasswordRules.weakness("x1".repeat(129), "grace")).isEqualTo("may have at most 256 characters");
    }
}
