/** Judging links: pure functions of state, observation and time. */
@NullMarked
package signpost.web.health;

import org.jspecify.annotations.NullMarked;
