package badsample.chatroom;

/** Something of chat. */
public record Room(String name) {}
