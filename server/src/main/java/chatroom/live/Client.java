package chatroom.live;

import chatroom.Author;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.Session;
import chatroom.presence.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import socketio.Socket;

/** A socket that is signed in: whose it is, and which rooms it has entered. */
public final class Client {
    private final Socket socket;
    private volatile Session session;
    private final CompletableFuture<Connection> connection = new CompletableFuture<>();
    private volatile long toldTyping;
    private final ConcurrentMap<RoomId, Stay> entered = new ConcurrentHashMap<>(4);

    Client(Socket socket, Session session) {
        this.socket = socket;
        this.session = session;
    }

    public Socket socket() {
        return socket;
    }

    public Session session() {
        return session;
    }

    /** From now on, what it does bears the account's new name. */
    void renamed(Account account) {
        session = session.of(account);
    }

    public Author author() {
        return session.account().author();
    }

    /** Completes when the connection is in the connection table; never if its socket was gone before. */
    public CompletableFuture<Connection> connection() {
        return connection;
    }

    /** Not more than once a second, whatever the client sends. */
    boolean mayTellTyping() {
        long now = System.nanoTime();
        boolean may = toldTyping == 0 || now - toldTyping >= 1_000_000_000L;
        toldTyping = may ? now : toldTyping;
        return may;
    }

    /** How many there are. */
    public int enteredRooms() {
        return entered.size();
    }

    public boolean hasEntered(RoomId room) {
        return entered.containsKey(room);
    }

    /** Whether it has entered the room by this channel, or is about to. */
    boolean isIn(Channel channel) {
        Stay stay = entered.get(channel.id());
        return stay != null && stay.channel().equals(channel);
    }

    ConcurrentMap<RoomId, Stay> entered() {
        return entered;
    }
}
