/**
 * The SQL memory of a service: one writer with group commit, a few readers, SQLite or PostgreSQL.
 */
@NullMarked
package signpost.record.store;

import org.jspecify.annotations.NullMarked;
