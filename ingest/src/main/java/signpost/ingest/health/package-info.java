/** Judging links: pure functions of state, observation and time. */
@NullMarked
package signpost.ingest.health;

import org.jspecify.annotations.NullMarked;
