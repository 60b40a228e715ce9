package chatroom.socket;

import chatroom.Position;
import chatroom.RoomId;
import chatroom.live.Client;
import chatroom.message.Amendments;
import chatroom.wire.Fields;
import socketio.Acknowledgement;
import socketio.Namespace;

/** Edits, deletions and reactions. They look the message up first, and so may block. */
final class AmendmentEvents {
    private final Amendments amendments;
    private final Guard guard;

    AmendmentEvents(Amendments amendments, Guard guard) {
        this.amendments = amendments;
        this.guard = guard;
    }

    void register(Namespace namespace) {
        namespace
                .onBlocking("message:edit", guard.guarded(this::edit))
                .onBlocking("message:delete", guard.guarded(this::delete))
                .onBlocking("reaction:add", guard.guarded(this::react))
                .onBlocking("reaction:remove", guard.guarded(this::unreact));
    }

    private void edit(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        Position id = fields.position("id");
        String text = fields.text("text");
        fields.done();
        answer(ack, amendments.edit(room, client.author(), id, text));
    }

    private void delete(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        Position id = fields.position("id");
        fields.done();
        answer(ack, amendments.delete(room, client.author(), id));
    }

    private void react(Client client, Fields fields, Acknowledgement ack) {
        var reaction = Reaction.of(fields);
        answer(ack, amendments.react(reaction.room(), client.author(), reaction.id(), reaction.emoji()));
    }

    private void unreact(Client client, Fields fields, Acknowledgement ack) {
        var reaction = Reaction.of(fields);
        answer(ack, amendments.unreact(reaction.room(), client.author(), reaction.id(), reaction.emoji()));
    }

    private record Reaction(RoomId room, Position id, String emoji) {
        static Reaction of(Fields fields) {
            var reaction = new Reaction(fields.room("room"), fields.position("id"), fields.text("emoji"));
            fields.done();
            return reaction;
        }
    }

    private static void answer(Acknowledgement ack, Position position) {
        ack.send(Acks.ok(json -> json.writeNumberField("position", position.value())));
    }
}
