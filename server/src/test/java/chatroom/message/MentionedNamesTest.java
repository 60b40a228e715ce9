package chatroom.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MentionedNamesTest {
    @Test
    void aNameIsFoundWhereverItStands() {
        assertThat(MentionedNames.in("@ada and @Bob-2, (@eve_x)"))
                .containsExactly(List.of("ada"), List.of("bob-2"), List.of("eve_x"));
    }

    @Test
    void theEndOfASentenceMayBelongToIt() {
        assertThat(MentionedNames.in("ask @ada.-")).containsExactly(List.of("ada.-", "ada.", "ada"));
    }

    @Test
    void anAddressNamesNobody() {
        assertThat(MentionedNames.in("ada@example.org, x.@bob, @ , @a, @@")).isEmpty();
    }

    @Test
    void whatIsTooLongNamesNobodyAndAnythingElseIsBounded() {
        assertThat(MentionedNames.in("@" + "x".repeat(33))).isEmpty();
        assertThat(MentionedNames.in("@" + "x".repeat(32))).hasSize(1);
        StringBuilder many = new StringBuilder();
        for (int i = 10; i < 99; i++) {
            many.append("@u").append(i).append(' ');
        }
        assertThat(MentionedNames.in(many.toString())).hasSize(20);
        assertThat(MentionedNames.in("@ada" + ".".repeat(7_000)).getFirst()).hasSizeLessThanOrEqualTo(31);
    }

    @Test
    void letterCaseDoesNotMatterAndTwiceIsOnce() {
        assertThat(MentionedNames.in("@ADA @ada")).containsExactly(List.of("ada"));
    }
}
