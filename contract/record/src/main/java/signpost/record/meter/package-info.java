/** What is counted and measured for whoever watches: one vocabulary, whose names stay. */
@NullMarked
package signpost.record.meter;

import org.jspecify.annotations.NullMarked;
