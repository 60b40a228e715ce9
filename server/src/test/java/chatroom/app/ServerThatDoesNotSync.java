package chatroom.app;

import chatroom.store.UnsyncedDatabase;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The server as it is, but for acknowledging before the sync. Its arguments: the data folder. */
public final class ServerThatDoesNotSync {
    private ServerThatDoesNotSync() {}

    public static void main(String[] arguments) {
        Config config = Config.of(Settings.resolve(
                null, Map.of(), Map.of("http.port", "0", "data.folder", arguments[0], "limits", "off")));
        Path folder = config.data();
        RunCommand.serve(ChatRoom.start(config, Storage.open(folder, InstantSource.system(), UnsyncedDatabase::open)));
    }
}
