package chatroom.app;

import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** Starts the server and leaves it running until a signal ends it. */
final class RunCommand implements Command {
    private static final Option PORT = ConfigOptions.option("port", "PORT", "The port to listen at (8080).");
    private static final Option HOST = ConfigOptions.option("host", "ADDRESS", "The address to listen at (127.0.0.1).");

    @Override
    public String name() {
        return "run";
    }

    @Override
    public String description() {
        return "Start the server.";
    }

    @Override
    public Options options() {
        return ConfigOptions.addTo(new Options().addOption(PORT).addOption(HOST).addOption(ConfigOptions.DATA));
    }

    @Override
    public int run(CommandLine given) throws Exception {
        serve(ChatRoom.start(ConfigOptions.config(
                given, Map.of(PORT, "http.port", HOST, "http.host", ConfigOptions.DATA, "data.folder"))));
        return GOES_ON;
    }

    /** Says where it serves, and drains it when the process is asked to end. */
    static void serve(ChatRoom server) {
        // By a hook, not a signal handler; halt, for an exit code of 0 where a signal would make it 143.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                server.close();
                                System.out.flush();
                            } finally {
                                Runtime.getRuntime().halt(0);
                            }
                        },
                        "chatroom-drain"));
        String code = server.announcedSetupCode();
        if (code != null) {
            System.out.println("The first registration must carry this setup code: " + code);
        }
        System.out.println("ChatRoom is ready at " + server.address());
    }
}
