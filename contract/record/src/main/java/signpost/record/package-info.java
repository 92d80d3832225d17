/** The loops that start again, and what says how they fare. */
@NullMarked
package signpost.record;

import org.jspecify.annotations.NullMarked;
