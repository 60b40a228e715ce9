package chatroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The arrows of {@code docs/architecture.md}. */
final class Architecture {
    /** Which packages each package may use; {@code chatroom} itself, the vocabulary, may be used by all. */
    static final Map<String, Set<String>> ARROWS = arrows();

    static final ArchRule SQL_ONLY_IN_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("chatroom.store..")
            .and()
            // It opens the files' errors to the wiring's close.
            .doNotHaveFullyQualifiedName("chatroom.app.Storage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..", "com.zaxxer..", "org.flywaydb..");

    static final ArchRule NETTY_ONLY_IN_SOCKETIO =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.netty..");

    static final ArchRule NO_CYCLES =
            slices().matching("chatroom.(*)..").should().beFreeOfCycles();

    static final ArchRule VOCABULARY_IS_JDK_ONLY = classes()
            .that()
            .resideInAPackage("chatroom")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("chatroom", "java..", "org.jspecify..");

    private Architecture() {}

    static ArchRule arrow(String from, Set<String> to) {
        return classes()
                .that()
                .resideInAPackage("chatroom." + from + "..")
                .should()
                .onlyDependOnClassesThat(describe(
                        "are of another project, or of " + to,
                        used -> isOutside(used)
                                || to.contains(slice(used))
                                || slice(used).equals(from)));
    }

    private static boolean isOutside(JavaClass used) {
        return !used.getPackageName().startsWith("chatroom.");
    }

    private static String slice(JavaClass used) {
        return used.getPackageName().replaceFirst("^chatroom\\.", "").replaceFirst("\\..*", "");
    }

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        arrows.put("limit", Set.of());
        arrows.put("log", Set.of());
        arrows.put("account", Set.of("limit"));
        arrows.put("room", Set.of("limit", "log", "account"));
        arrows.put("message", Set.of("limit", "log", "account", "room"));
        arrows.put("reading", Set.of("limit", "log", "room"));
        arrows.put("presence", Set.of("account"));
        arrows.put("wire", Set.of("account", "room", "message"));
        arrows.put("live", Set.of("limit", "log", "account", "room", "message", "reading", "presence", "wire"));
        arrows.put("http", Set.of("limit", "account", "room", "message", "reading", "presence", "wire"));
        arrows.put("socket", Set.of("limit", "account", "room", "message", "reading", "presence", "live", "wire"));
        arrows.put("store", Set.of("log", "account", "room", "message", "reading"));
        return arrows;
    }
}
