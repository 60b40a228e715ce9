package chatroom.live.bad;

import io.netty.buffer.ByteBuf;

/** Breaks a rule on purpose: Netty outside the socketio module. */
public record LiveThatKnowsNetty(ByteBuf buffer) {}
