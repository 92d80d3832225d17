/** The module's SQL memory: one writer with group commit, a few readers, SQLite or PostgreSQL. */
@NullMarked
package signpost.notifier.store;

import org.jspecify.annotations.NullMarked;
