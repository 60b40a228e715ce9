package chatroom.http;

/** What is done at a call. Runs on a virtual thread. */
@FunctionalInterface
interface Resource {
    /** @throws chatroom.ChatException to refuse */
    Answer answer(Call call);
}
