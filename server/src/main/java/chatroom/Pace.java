package chatroom;

/**
 * How fast a room's members may post.
 *
 * @param seconds how long a member waits between two posts; 0 is not at all
 * @param manual what people have set; less than {@code seconds} while the server slows the room down by itself
 */
public record Pace(int seconds, int manual) {
    /** As people have set it. */
    public static Pace manual(int seconds) {
        return new Pace(seconds, seconds);
    }

    public boolean isAutomatic() {
        return seconds != manual;
    }

    /** The same set otherwise by the server. */
    public Pace adapted(int to) {
        return new Pace(to, manual);
    }
}
