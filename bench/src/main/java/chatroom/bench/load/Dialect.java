package chatroom.bench.load;

/** How a server is posted to, and how its deliveries and answers look. */
enum Dialect {
    /** The peers' broadcast server: a bare string. */
    BARE(new Marker("42[\"post\","), new Marker("[]")),
    /** The peer's server with rooms: a room is joined by name, and a post names it. */
    BARE_ROOMS(new Marker("42[\"post\","), new Marker("[]")),
    /** The chat server of the contract. */
    CHAT(new Marker("42[\"event\",{\"type\":\"posted\""), new Marker("[{\"ok\":true"));

    private final Marker delivery;
    private final Marker success;

    Dialect(Marker delivery, Marker success) {
        this.delivery = delivery;
        this.success = success;
    }

    /** How a delivered post begins. */
    Marker delivery() {
        return delivery;
    }

    /** What follows the id in the answer to a post that was taken. */
    Marker success() {
        return success;
    }

    /** Enters a room, with an answer. */
    String enter(int id, int room) {
        return this == CHAT
                ? "42%d[\"room:enter\",{\"room\":%d,\"limit\":1}]".formatted(id, room)
                : "42%d[\"join\",\"%d\"]".formatted(id, room);
    }

    String post(int id, int room, String text, String key) {
        return switch (this) {
            case BARE_ROOMS -> "42%d[\"post-to\",\"%d\",\"%s\"]".formatted(id, room, text);
            case BARE -> "42%d[\"post\",\"%s\"]".formatted(id, text);
            case CHAT ->
                "42%d[\"message:post\",{\"room\":%d,\"text\":\"%s\",\"key\":\"%s\"}]".formatted(id, room, text, key);
        };
    }
}
