/** Checks links once, without broker or database: what is given, what it links to, one report. */
@NullMarked
package signpost.tools.check;

import org.jspecify.annotations.NullMarked;
