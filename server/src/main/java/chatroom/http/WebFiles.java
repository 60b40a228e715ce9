package chatroom.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web client, read from the jar into memory once: a few files, served with a strict content security policy. */
final class WebFiles {
    private static final String FOLDER = "web";
    private static final String INDEX = "/index.html";
    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"
            + " blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Buffer> files;

    private WebFiles(Map<String, Buffer> files) {
        this.files = files;
    }

    /** Reads the client's files; there are none where the client was not built. */
    static WebFiles read() {
        URL folder = WebFiles.class.getClassLoader().getResource(FOLDER + INDEX);
        if (folder == null) {
            return new WebFiles(Map.of());
        }
        try {
            URI index = folder.toURI();
            if (!index.getScheme().equals("jar")) {
                return new WebFiles(readAll(Path.of(index).resolveSibling("")));
            }
            try (FileSystem jar = FileSystems.newFileSystem(index, Map.of())) {
                return new WebFiles(readAll(jar.getPath(FOLDER)));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the web client can't be read from the jar", e);
        }
    }

    /** Serves the files, and the page itself for every path that is the page's own. */
    void register(Router router) {
        router.route(HttpMethod.GET, "/*").handler(this::serve);
        router.route(HttpMethod.HEAD, "/*").handler(this::serve);
    }

    private void serve(RoutingContext context) {
        String path = context.normalizedPath();
        Buffer file = files.get(path);
        if (file == null) {
            boolean page = !path.substring(path.lastIndexOf('/') + 1).contains(".");
            path = INDEX;
            file = page ? files.get(INDEX) : null;
        }
        HttpServerResponse response = context.response();
        response.putHeader("X-Content-Type-Options", "nosniff");
        if (file == null) {
            response.setStatusCode(404)
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end("Not found\n");
            return;
        }
        response.putHeader("Content-Type", type(path));
        if (path.equals(INDEX)) {
            response.putHeader("Content-Security-Policy", POLICY);
            response.putHeader("Referrer-Policy", "same-origin");
            response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.putHeader("Cache-Control", "no-cache");
        } else {
            // Vite names what is below assets after its content.
            boolean named = path.startsWith("/assets/");
            response.putHeader("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
        }
        response.end(compressed(context, path, file, response));
    }

    private Buffer compressed(RoutingContext context, String path, Buffer file, HttpServerResponse response) {
        Buffer gzip = files.get(path + ".gz");
        if (gzip == null) {
            return file;
        }
        response.putHeader("Vary", "Accept-Encoding");
        @Nullable String accepted = context.request().getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip")) {
            return file;
        }
        response.putHeader("Content-Encoding", "gzip");
        return gzip;
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    private static Map<String, Buffer> readAll(Path folder) throws IOException {
        Map<String, Buffer> found = new HashMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                if (Files.isRegularFile(path)) {
                    String name = folder.relativize(path).toString().replace('\\', '/');
                    found.put("/" + name, Buffer.buffer(Files.readAllBytes(path)));
                }
            }
        }
        return found;
    }
}
