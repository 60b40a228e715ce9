/** A sample that breaks the rules of ArchitectureTest. */
@NullMarked
package badsample.two;

import org.jspecify.annotations.NullMarked;
