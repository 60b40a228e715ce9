package chatroom.live;

/** That a client is in a room, since it last entered: another one each time, by which older entries are told from newer ones. */
final class Stay {
    private final Channel channel;

    Stay(Channel channel) {
        this.channel = channel;
    }

    Channel channel() {
        return channel;
    }
}
