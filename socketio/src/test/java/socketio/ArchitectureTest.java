package socketio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The arrows between the packages; each rule is also seen failing on a bad sample. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("socketio");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("badsample");

    private static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static ArchRule no(String from, String... to) {
        return noClasses()
                .that()
                .resideInAnyPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to);
    }

    private static void holdsHereAndFailsThere(ArchRule here, ArchRule there) {
        assertThat(MODULE.size()).isGreaterThan(60);
        here.check(MODULE);
        assertThat(there.evaluate(BAD).hasViolation()).isTrue();
    }

    @Test
    void thereIsNoCycleOfPackages() {
        holdsHereAndFailsThere(noCycles("socketio"), noCycles("badsample"));
        // The root package is no slice of its own in that pattern: nothing below may know it, but what stands above it.
        holdsHereAndFailsThere(
                noClasses()
                        .that()
                        .resideInAnyPackage(
                                "socketio.engine",
                                "socketio.packet",
                                "socketio.websocket",
                                "socketio.polling",
                                "socketio.loop")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("socketio", "socketio.conformance"),
                no("badsample.one", "badsample.two"));
    }

    @Test
    void nothingKnowsOfChat() {
        holdsHereAndFailsThere(no("socketio..", "chatroom.."), no("badsample..", "badsample.chatroom.."));
    }

    @Test
    void theCodecKnowsNeitherNettyNorVertx() {
        String[] io = {"io.netty..", "io.vertx.."};
        holdsHereAndFailsThere(no("socketio.packet", io), no("badsample.one", io));
    }

    @Test
    void theWebSocketKnowsNothingOfWhatItCarries() {
        List<String> above = List.of("socketio", "socketio.engine", "socketio.packet", "socketio.polling");
        holdsHereAndFailsThere(
                no("socketio.websocket", above.toArray(String[]::new)), no("badsample.one", "badsample.two"));
    }
}
