package chatroom.log;

import chatroom.Position;

/**
 * A key that an author gave a post.
 *
 * @param digest of the post's text, see {@link TextDigest}
 * @param at the post's time, milliseconds since 1970, UTC
 */
public record SeenKey(String key, Position position, long at, long digest) {}
