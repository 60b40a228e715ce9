package chatroom.limit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many in such a time: all of them at once if need be, and as many again spread over the time. {@link #UNLIMITED} lets
 * everything through.
 *
 * @param count at least 1
 * @param period longer than nothing
 */
public record Rate(int count, Duration period) {
    public static final Rate UNLIMITED = new Rate(Integer.MAX_VALUE, Duration.ofNanos(1));

    private static final Pattern FORM = Pattern.compile("([1-9]\\d{0,8})/([1-9]\\d{0,5})(s|m|h)");

    /**
     * Reads {@code 20/10s} (also {@code m} and {@code h}), or {@code off}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Rate parse(String text) {
        if (text.equals("off")) {
            return UNLIMITED;
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be a count and a time like 20/10s, or off");
        }
        long length = Long.parseLong(parts.group(2));
        Duration period = switch (parts.group(3)) {
            case "s" -> Duration.ofSeconds(length);
            case "m" -> Duration.ofMinutes(length);
            default -> Duration.ofHours(length);
        };
        return new Rate(Integer.parseInt(parts.group(1)), period);
    }

    public boolean isUnlimited() {
        return count == Integer.MAX_VALUE;
    }
}
