package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<List<String>> done = new ArrayList<>();
    private final CommandLines commands = new CommandLines(
            List.of(
                    new Recorded("greet", List.of("NAME")),
                    new Recorded("greet all", List.of()),
                    new Recorded("part soon", List.of())),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greet ada | [ada, null, []]",
                "greet all --data x | [, x, []]",
                "greet --data x ada | [ada, x, []]",
                "greet ada --data=x --set a=b=c --set d= | [ada, x, [a=b=c, d=]]",
                "greet --set -1 ada | [ada, null, [-1]]",
                "greet -- -h | [-h, null, []]"
            })
    void whatIsGivenIsTaken(String line, String taken) {
        assertThat(execute(line.split(" "))).isZero();

        assertThat(done).hasToString("[" + taken + "]");
        assertThat(errors.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greet | NAME is missing",
                "greet ada bob | bob",
                "greet ada --dat x | --dat",
                "greet ada -data x | -data",
                "greet ada -database | -database",
                "greet ada -help | -help",
                "greet ada -hV | -hV",
                "greet ada --data | data",
                "greet ada --data x --data y | --data is there twice",
                "great ada | great",
                "part | part",
                "great --version | great",
                "greetall | greetall"
            })
    void whatIsMistypedIsNamedAndNothingIsDone(String line, String named) {
        assertThat(execute(line.split(" "))).isEqualTo(2);

        assertThat(done).isEmpty();
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .startsWith("chatroom: ")
                .contains(named);
        assertThat(out.size()).isZero();
    }

    @Test
    void aWordWithASpaceIsNotTwoWords() {
        assertThat(execute("greet all")).isEqualTo(2);
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"greet --help", "greet -h", "greet ada --data x -h"})
    void helpIsOfTheCommand(String line) {
        assertThat(execute(line.split(" "))).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("greet NAME", "--data", "Where everything is kept");
        assertThat(done).isEmpty();
    }

    @Test
    void withoutACommandAllAreListed() {
        assertThat(execute()).isZero();
        assertThat(execute("--help")).isZero();
        assertThat(execute("part", "--help")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("greet ", "greet all", "says hello");
    }

    @Test
    void theVersionIsSaid() {
        assertThat(execute("--version")).isZero();
        assertThat(execute("greet", "-V")).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("ChatRoom " + Version.CURRENT, "ChatRoom " + Version.CURRENT);
    }

    private int execute(String... words) {
        return commands.execute(List.of(words));
    }

    private final class Recorded implements Command {
        private final String name;
        private final List<String> operands;

        Recorded(String name, List<String> operands) {
            this.name = name;
            this.operands = operands;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String description() {
            return name + " says hello";
        }

        @Override
        public List<String> operands() {
            return operands;
        }

        @Override
        public Options options() {
            return ConfigOptions.addTo(new Options().addOption(ConfigOptions.DATA));
        }

        @Override
        public int run(CommandLine given) {
            String[] set = given.getOptionValues(ConfigOptions.SET);
            done.add(List.of(
                    String.join(" ", given.getArgs()),
                    String.valueOf(given.getOptionValue(ConfigOptions.DATA)),
                    Arrays.toString(set == null ? new String[0] : set)));
            return 0;
        }
    }
}
