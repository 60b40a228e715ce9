package chatroom.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server and leaves it running until a signal ends it. */
@Command(name = "run", description = "Start the server.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    /** Told to {@link Main} in place of an exit code: the server's threads carry on. */
    static final int GOES_ON = -1;

    @Mixin
    private ConfigOptions options = new ConfigOptions();

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen at (8080).")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "The address to listen at (127.0.0.1).")
    private @Nullable String host;

    @Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (./data).")
    private @Nullable String data;

    @Override
    public Integer call() {
        serve(ChatRoom.start(options.config(shortcuts())));
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

    private Map<String, String> shortcuts() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "http.port", port);
        put(given, "http.host", host);
        put(given, "data.folder", data);
        return given;
    }

    private static void put(Map<String, String> given, String key, @Nullable String value) {
        if (value != null) {
            given.put(key, value);
        }
    }
}
