package chatroom.app;

import chatroom.app.SystemCallTrace.Call;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a power cut leaves of a folder: what was synced, and nothing of what was only written. */
final class Disk {
    private final Path folder;
    private final Map<String, List<Call>> unsynced = new HashMap<>();

    /** @param before the folder as it was, at rest, when the trace began; it becomes the disk */
    Disk(Path before) {
        this.folder = before;
    }

    /** Does to the disk what the process did to its folder, until the power is cut. */
    void replay(SystemCallTrace trace, Path tracedFolder) throws IOException {
        for (Call call : trace.calls()) {
            Path file = Path.of(call.file().isEmpty() ? "/" : call.file());
            // The index of the write-ahead log lives in shared memory, not on the disk.
            if (!file.startsWith(tracedFolder) || file.toString().endsWith("-shm")) {
                continue;
            }
            switch (call) {
                case Call.Write _, Call.Truncate _ ->
                    unsynced.computeIfAbsent(call.file(), name -> new ArrayList<>())
                            .add(call);
                case Call.Synced _ -> sync(call.file(), folder.resolve(tracedFolder.relativize(file)));
                case Call.Sent _ -> {}
            }
        }
    }

    private void sync(String name, Path file) throws IOException {
        List<Call> waiting = unsynced.remove(name);
        if (waiting == null) {
            return;
        }
        try (var content = new RandomAccessFile(file.toFile(), "rw")) {
            for (Call call : waiting) {
                switch (call) {
                    case Call.Write(var _, var offset, var data) -> {
                        content.seek(offset);
                        content.write(data);
                    }
                    case Call.Truncate(var _, var size) -> content.setLength(size);
                    case Call.Synced _, Call.Sent _ -> throw new IllegalStateException("these never wait");
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
