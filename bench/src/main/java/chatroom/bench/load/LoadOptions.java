package chatroom.bench.load;

import java.util.HashMap;
import java.util.Map;

/** What to do, as words {@code key=value} of the command line. */
final class LoadOptions {
    private final Map<String, String> values = new HashMap<>();

    LoadOptions(String[] words) {
        for (String word : words) {
            int equals = word.indexOf('=');
            values.put(word.substring(0, equals), word.substring(equals + 1));
        }
    }

    String text(String key, String fallback) {
        return values.getOrDefault(key, fallback);
    }

    int number(String key, int fallback) {
        String value = values.get(key);
        return value == null ? fallback : Integer.parseInt(value);
    }

    int port() {
        return number("port", 0);
    }

    /** Process id of the server, or 0 if its figures are not wanted. */
    int server() {
        return number("pid", 0);
    }

    int connections() {
        return number("connections", 1);
    }

    int window() {
        return number("window", 1);
    }

    /** Posts a second by schedule, or 0 for posts by window. */
    int rate() {
        return number("rate", 0);
    }

    int textLength() {
        return number("text", 100);
    }

    int warmSeconds() {
        return number("warm", 10);
    }

    int seconds() {
        return number("seconds", 5);
    }
}
