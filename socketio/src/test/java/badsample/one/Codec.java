package badsample.one;

import badsample.chatroom.Room;
import badsample.two.Transport;
import io.netty.buffer.ByteBuf;

/** Knows what it must not know. */
public record Codec(ByteBuf buffer, Transport transport, Room room) {}
