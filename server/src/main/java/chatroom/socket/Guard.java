package chatroom.socket;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.live.Client;
import chatroom.wire.Fields;
import java.util.Objects;
import socketio.Acknowledgement;
import socketio.Arguments;
import socketio.EventListener;

/** What all events have in common: one object, from a client that is known, refused by the acknowledgement. */
final class Guard {
    /** What is done at an event. */
    interface Handler {
        /** @throws ChatException to refuse */
        void handle(Client client, Fields fields, Acknowledgement ack);
    }

    private final Acks acks;

    Guard(Acks acks) {
        this.acks = acks;
    }

    EventListener guarded(Handler handler) {
        return (socket, arguments, ack) -> {
            try {
                Client client = Objects.requireNonNull(socket.attachment(Client.class));
                handler.handle(client, payload(arguments), ack);
            } catch (RuntimeException e) {
                acks.refuse(ack, e);
            }
        };
    }

    private static Fields payload(Arguments arguments) {
        if (arguments.size() != 1) {
            throw new ChatException(ErrorCode.INVALID, "one JSON object is due");
        }
        return Fields.of(arguments.get(0));
    }
}
