/**
 * The REST resources of the contract and the web client's files. A resource says what it does with a {@link
 * chatroom.http.Call} and returns an {@link chatroom.http.Answer}; it runs on a virtual thread and may block. See {@code
 * docs/http.md}; the calls stand in {@code openapi.yaml}.
 */
@NullMarked
package chatroom.http;

import org.jspecify.annotations.NullMarked;
