package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** {@code openapi.yaml}, held against what really goes over the wire. */
final class OpenApi {
    /** Which status goes with which code, by the contract; 501 is for what is not built. */
    private static final Map<String, Set<Integer>> STATUS = Map.ofEntries(
            Map.entry("invalid", Set.of(400)),
            Map.entry("unauthenticated", Set.of(401)),
            Map.entry("forbidden", Set.of(403)),
            Map.entry("not-found", Set.of(404)),
            Map.entry("taken", Set.of(409)),
            Map.entry("conflict", Set.of(409)),
            Map.entry("archived", Set.of(409)),
            Map.entry("too-large", Set.of(413)),
            Map.entry("rate-limited", Set.of(429)),
            Map.entry("slow-mode", Set.of(429)),
            Map.entry("internal", Set.of(500)),
            Map.entry("unavailable", Set.of(501, 503)));

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String PROBLEM = "application/problem+json";
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Last, since its making needs the fields above. */
    static final OpenApi FILE = new OpenApi();

    private final JsonNode document = read();
    private final List<Operation> operations = operations(document);
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

    /** A call that the file describes. */
    record Operation(String method, String path, JsonNode description) {
        boolean isPlanned() {
            return description.path("x-status").asText().equals("planned");
        }

        /** A pointer to a part of this operation; of parameters, as in {@code "responses/200"}. */
        String pointer(String part) {
            return "/paths/" + escape(path) + "/" + method.toLowerCase(java.util.Locale.ROOT) + "/" + part;
        }

        boolean fits(String method, List<String> segments) {
            List<String> template = segments(path);
            return this.method.equals(method)
                    && template.size() == segments.size()
                    && Stream.iterate(0, i -> i < segments.size(), i -> i + 1)
                            .allMatch(i -> template.get(i).startsWith("{")
                                    || template.get(i).equals(segments.get(i)));
        }

        long variables() {
            return path.chars().filter(c -> c == '{').count();
        }
    }

    List<Operation> operations() {
        return operations;
    }

    JsonNode document() {
        return document;
    }

    /** Fails where the exchange is not as the file says. A path that is not in the file must not be found. */
    void check(String method, String uri, byte[] requestBody, Reply reply) {
        String path = uri.split("\\?", 2)[0];
        Operation operation = find(method, path);
        if (operation == null) {
            reply.expectRefusal(404, "not-found");
            return;
        }
        String what = method + " " + uri + " → " + reply.status() + " " + reply.text();
        JsonNode answer = resolve(operation.description().path("responses").path(String.valueOf(reply.status())));
        if (answer.isMissingNode() && reply.status() == UNAVAILABLE) {
            // The file says so once for all calls.
            fits("/components/schemas/Problem", parse(reply.response().body()), what);
            checkProblem(reply, what);
            return;
        }
        assertThat(answer.isMissingNode())
                .as("the status is not in openapi.yaml: " + what)
                .isFalse();
        if (reply.status() < 300) {
            checkRequest(operation, uri, requestBody, what);
        }
        checkHeaders(answer, reply, what);
        checkBody(operation, answer, reply, what);
    }

    private void checkRequest(Operation operation, String uri, byte[] body, String what) {
        if (operation.description().has("requestBody")) {
            fits(
                    operation.pointer("requestBody/content/" + escape("application/json") + "/schema"),
                    parse(body),
                    "the request's body: " + what);
        } else {
            assertThat(body).as("no body is described: " + what).isEmpty();
        }
        String[] parts = uri.split("\\?", 2);
        if (parts.length == 2) {
            for (String pair : parts[1].split("&", -1)) {
                String[] named = pair.split("=", 2);
                checkQuery(operation, named[0], named[1], what);
            }
        }
    }

    private void checkQuery(Operation operation, String name, String value, String what) {
        JsonNode parameters = operation.description().path("parameters");
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = resolve(parameters.get(i));
            if (parameter.path("name").asText().equals(name)
                    && parameter.path("in").asText().equals("query")) {
                String pointer = parameters.get(i).has("$ref")
                        ? parameters.get(i).path("$ref").asText().substring(1) + "/schema"
                        : operation.pointer("parameters/" + i + "/schema");
                String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
                boolean number = text.matches("\\d{1,18}") && !name.equals("key") && !name.equals("name");
                fits(
                        pointer,
                        number ? JSON.getNodeFactory().numberNode(Long.parseLong(text)) : new TextNode(text),
                        what);
                return;
            }
        }
        throw new AssertionError("the query parameter " + name + " is not in openapi.yaml: " + what);
    }

    private void checkHeaders(JsonNode answer, Reply reply, String what) {
        answer.path("headers").properties().forEach(header -> {
            String value = reply.header(header.getKey());
            assertThat(value).as("the header " + header.getKey() + ": " + what).isNotEmpty();
            assertThat(value)
                    .as("the header " + header.getKey() + ": " + what)
                    .containsPattern(header.getValue().at("/schema/pattern").asText());
        });
    }

    private void checkBody(Operation operation, JsonNode answer, Reply reply, String what) {
        String type = reply.header("Content-Type").split(";", 2)[0];
        if (!answer.has("content")) {
            assertThat(reply.response().body()).as(what).isEmpty();
            assertThat(type).as(what).isEmpty();
            return;
        }
        assertThat(answer.path("content").has(type))
                .as("the content type " + type + " is not in openapi.yaml: " + what)
                .isTrue();
        JsonNode responses = operation.description().path("responses");
        JsonNode reference = responses.path(String.valueOf(reply.status())).path("$ref");
        String pointer = (reference.isMissingNode()
                        ? operation.pointer("responses/" + reply.status())
                        : reference.asText().substring(1))
                + "/content/" + escape(type) + "/schema";
        boolean json = type.endsWith("json");
        fits(pointer, json ? parse(reply.response().body()) : new TextNode(reply.text()), what);
        if (type.equals(PROBLEM)) {
            checkProblem(reply, what);
        }
    }

    private static void checkProblem(Reply reply, String what) {
        assertThat(reply.at("/status").asInt()).as(what).isEqualTo(reply.status());
        assertThat(STATUS.get(reply.at("/code").asText())).as(what).contains(reply.status());
        assertThat(reply.header("Retry-After"))
                .as(what)
                .isEqualTo(reply.at("/retryAfter").asText());
    }

    private void fits(String pointer, JsonNode value, String what) {
        var errors = schemas.computeIfAbsent(pointer, this::schema).validate(value);
        assertThat(errors).as("does not fit openapi.yaml: " + what).isEmpty();
    }

    /** The schema at a place of the file, as a document of its own. */
    private Schema schema(String pointer) {
        String whole = JSON.createObjectNode()
                .<ObjectNode>set("$defs", document.at("/components/schemas"))
                .set("allOf", JSON.createArrayNode().add(document.at(pointer)))
                .toString();
        return registry.getSchema(whole.replace("#/components/schemas/", "#/$defs/"));
    }

    @Nullable
    Operation find(String method, String path) {
        List<String> segments = segments(path);
        return operations.stream()
                .filter(operation -> operation.fits(method, segments))
                .min(java.util.Comparator.comparingLong(Operation::variables))
                .orElse(null);
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static List<Operation> operations(JsonNode document) {
        List<Operation> found = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> found.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return List.copyOf(found);
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(new String(body, StandardCharsets.UTF_8), e);
        }
    }

    private static JsonNode read() {
        try (InputStream file = OpenApi.class.getResourceAsStream("/openapi.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every schema in the file, with where it is. */
    Stream<JsonNode> everything() {
        return Stream.concat(Stream.of(document), descendants(document));
    }

    private static Stream<JsonNode> descendants(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .flatMap(child -> Stream.concat(Stream.of(child), descendants(child)));
    }
}
