package chatroom.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of the server this is. */
final class Version {
    static final String CURRENT = resource("/chatroom/app/version.txt").strip();

    private Version() {}

    /** A text from the jar. */
    static String resource(String path) {
        try (InputStream stream = Version.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException(path + " is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
