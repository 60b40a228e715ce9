/** Measurements: starts ours and theirs in turn, puts load on them from a process of its own, prints ratios. */
@NullMarked
package chatroom.bench;

import org.jspecify.annotations.NullMarked;
