/** A million URLs leased and completed in the real frontier, on SQLite or PostgreSQL. */
@NullMarked
package signpost.bench.frontier;

import org.jspecify.annotations.NullMarked;
