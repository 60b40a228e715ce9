package chatroom.app;

import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** What the first word of a command line, or the first two, ask for. */
interface Command {
    /** In place of an exit code: the server's threads carry on. */
    int GOES_ON = -1;

    /** Its words, as they are typed. */
    String name();

    /** What it does, in a sentence. */
    String description();

    /** What has to follow beside the options, as help shows it. */
    default List<String> operands() {
        return List.of();
    }

    default Options options() {
        return new Options();
    }

    /**
     * Does it.
     *
     * @return the exit code, or {@link #GOES_ON}
     * @throws ParseException if what was typed can't be understood
     * @throws ConfigException if it can't be done
     */
    int run(CommandLine given) throws Exception;
}
