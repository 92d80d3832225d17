/** What keeps the record of a module going, the same in each: so far the loops that start again. */
@NullMarked
package signpost.record;

import org.jspecify.annotations.NullMarked;
