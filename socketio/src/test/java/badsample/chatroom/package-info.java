/** A sample that breaks the rules of ArchitectureTest. */
@NullMarked
package badsample.chatroom;

import org.jspecify.annotations.NullMarked;
