/** A sample that breaks the rules of ArchitectureTest. */
@NullMarked
package badsample.one;

import org.jspecify.annotations.NullMarked;
