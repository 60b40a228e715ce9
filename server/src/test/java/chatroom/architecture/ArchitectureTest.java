package chatroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("chatroom");

    /** Classes that break one rule each. */
    private static final JavaClasses BAD =
            new ClassFileImporter().importPackages("chatroom.room.bad", "chatroom.message.bad", "chatroom.live.bad");

    @Test
    void theServerIsWhatIsLookedAt() {
        assertThat(SERVER).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesUseOnlyWhatTheyMay(String name) {
        arrow(name).check(SERVER);
    }

    @Test
    void everyPackageHasItsArrows() {
        Set<String> found = SERVER.stream()
                .map(c -> c.getPackageName())
                .filter(name -> name.startsWith("chatroom."))
                .map(name -> name.replaceFirst("^chatroom\\.", "").replaceFirst("\\..*", ""))
                .filter(name -> !name.equals("app"))
                .collect(java.util.stream.Collectors.toSet());

        assertThat(Architecture.ARROWS.keySet()).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void anArrowTheWrongWayIsSeen() {
        assertBroken(arrow("room"));
    }

    @Test
    void onlyTheStoreKnowsSql() {
        Architecture.SQL_ONLY_IN_STORE.check(SERVER);
        assertBroken(Architecture.SQL_ONLY_IN_STORE);
    }

    @Test
    void onlyTheSocketioModuleKnowsNetty() {
        Architecture.NETTY_ONLY_IN_SOCKETIO.check(SERVER);
        assertBroken(Architecture.NETTY_ONLY_IN_SOCKETIO);
    }

    @Test
    void noPackagesGoInCircles() {
        Architecture.NO_CYCLES.check(SERVER);
        assertBroken(Architecture.NO_CYCLES);
    }

    @Test
    void theVocabularyNeedsTheJdkAlone() {
        Architecture.VOCABULARY_IS_JDK_ONLY.check(SERVER);
        JavaClasses bad = new ClassFileImporter().importClasses(chatroom.BadVocabulary.class);
        assertThat(Architecture.VOCABULARY_IS_JDK_ONLY.evaluate(bad).hasViolation())
                .isTrue();
    }

    static Set<String> packages() {
        return Architecture.ARROWS.keySet();
    }

    private static ArchRule arrow(String name) {
        return Architecture.arrow(name, Objects.requireNonNull(Architecture.ARROWS.get(name)));
    }

    private static void assertBroken(ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).as(rule.getDescription()).isTrue();
    }
}
