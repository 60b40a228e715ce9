package chatroom.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything, locked for one server at a time. The lock goes with the process. */
public final class DataFolder implements AutoCloseable {
    /** Why a server can't start on a folder, in one line. */
    public static final class Unusable extends RuntimeException {
        Unusable(String reason, @Nullable Throwable cause) {
            super(reason, cause);
        }
    }

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Opens the folder, making it if need be.
     *
     * @throws Unusable if another server has it, or it can't be written
     */
    public static DataFolder open(Path path) {
        try (var opening = new Opening()) {
            create(path);
            FileChannel channel = opening.add(
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (!isLocked(channel)) {
                throw new Unusable("the data folder %s is in use by another server".formatted(path), null);
            }
            return opening.done(new DataFolder(path, channel));
        } catch (IOException e) {
            throw new Unusable("the data folder %s can't be used: %s".formatted(path, e), e);
        }
    }

    /** For its owner alone: it holds every message and every password's hash. */
    private static void create(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && !Files.exists(path)) {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(path);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Locks it, for as long as it is open, unless another one has. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
