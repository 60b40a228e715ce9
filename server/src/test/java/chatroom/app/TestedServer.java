package chatroom.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that people are in front of. */
interface TestedServer extends AutoCloseable {
    String url();

    @Override
    void close();

    /**
     * Starts one within this process, at a port that is free: what the tests before have asked of it is compiled already.
     *
     * @param settings as in {@code "limits=off"}
     */
    static TestedServer within(Path data, List<String> settings) {
        Map<String, String> flags = new HashMap<>(Map.of("http.port", "0", "data.folder", data.toString()));
        for (String setting : settings) {
            String[] pair = setting.split("=", 2);
            flags.put(pair[0], pair[1]);
        }
        ChatRoom server = ChatRoom.start(Config.of(Settings.resolve(null, Map.of(), flags)));
        return new TestedServer() {
            @Override
            public String url() {
                return server.address();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
