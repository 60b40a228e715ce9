package chatroom.app;

import java.util.List;

/**
 * One setting: its key, what it is if nobody sets it, and what it is for. The form of the default in TOML tells its type: a
 * number, a list, or a text.
 */
record Setting(String key, String fallback, String about) {
    /** All there are. {@code docs/operations.md} lists them too; a test holds the two together. */
    static final List<Setting> ALL = List.of(
            new Setting("http.host", "127.0.0.1", "The address to listen at; 0.0.0.0 for all."),
            new Setting("http.port", "8080", "The port to listen at; 0 for any that is free."),
            new Setting(
                    "http.origins",
                    "",
                    "Pages beside the server's own that may use it from a browser, as in https://chat.example.org;"
                            + " several with commas between them."),
            new Setting(
                    "http.trustedProxies",
                    "",
                    "Proxies of your own, whose X-Forwarded-For and X-Forwarded-Proto are believed: addresses and"
                            + " networks like 127.0.0.1, 10.0.0.0/8, with commas between them."),
            new Setting("http.tls.certificate", "", "To speak TLS: the file with the certificate and its chain, PEM."),
            new Setting("http.tls.key", "", "The file with its private key, PEM."),
            new Setting(
                    "http.transport",
                    "auto",
                    "How sockets are heard of from the kernel: auto is epoll on Linux; io_uring is for who has measured"
                            + " it, nio what Java itself has."),
            new Setting(
                    "sockets.pingInterval", "25", "How often a socket is asked whether it is still there, seconds."),
            new Setting("sockets.pingTimeout", "20", "How long it may take to answer, seconds."),
            new Setting("data.folder", "./data", "Where everything is kept."),
            new Setting("instance.id", "1", "The first part of this instance's name in the connection table."),
            new Setting("instance.product", "ChatRoom", "The second part of it."),
            new Setting("instance.idc", "local", "The third part of it: the data centre."),
            new Setting(
                    "registration",
                    "open",
                    "Who may open an account: open for all, invite for who has an invitation, closed for nobody."),
            new Setting("sessions.idleDays", "90", "A session that nobody uses for so many days ends."),
            new Setting("limits", "on", "off lifts every limit on rates, for load tests."),
            new Setting("limits.posts", "200/10s", "How fast one account may post: a count and a time, or off."),
            new Setting("limits.changes", "100/10s", "How fast one account may edit, delete, react, join and leave."),
            new Setting("limits.reads", "600/10s", "How fast one account may read pages, and enter rooms."),
            new Setting("limits.rooms", "100/1h", "How many rooms one account may open in a time."),
            new Setting("limits.lookups", "60/10s", "How fast one account may look others up by their names."),
            new Setting(
                    "limits.viewerRate",
                    "15/1s",
                    "How many posts of one room a viewer is shown; of what comes faster, a part. The history has all."),
            new Setting(
                    "limits.roomRate",
                    "300/10s",
                    "How fast all members of a room together may post before the server sets a slow mode by itself."),
            new Setting("limits.registrations", "120/1m", "How many accounts may be opened from one address."),
            new Setting(
                    "limits.failuresByName",
                    "10/5m",
                    "Wrong passwords for one name from one address, or of one session."),
            new Setting(
                    "limits.failuresByAccount",
                    "100/1h",
                    "Wrong passwords for one name from anywhere; who has a session from the same address may go on."),
            new Setting("limits.failuresByAddress", "60/5m", "Wrong passwords from one address."),
            new Setting("limits.handshakes", "1200/1m", "How fast one address may open connections of sockets."),
            new Setting("limits.connectionsByAccount", "100", "How many sockets one account may have, or off."),
            new Setting("limits.connectionsByAddress", "5000", "How many sockets one address may have, or off."),
            new Setting("limits.enteredRooms", "1000", "How many rooms one socket may have entered, or off."),
            new Setting(
                    "limits.queuedBytes",
                    "auto",
                    "What may wait in all for sockets that do not keep up, bytes; auto is a quarter of the heap."),
            new Setting("limits.bodyBytes", "67108864", "What the bodies of requests may take together."),
            new Setting("limits.requestBytes", "131072", "How large the body of a request may be."),
            new Setting("limits.requestSeconds", "30", "How long the body of a request may take to arrive."),
            new Setting("limits.frameBytes", "131072", "How large a message of a socket may be."));

    /** Its name as an environment variable: {@code CHATROOM_HTTP_PORT}. */
    String variable() {
        return "CHATROOM_" + key.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
    }
}
