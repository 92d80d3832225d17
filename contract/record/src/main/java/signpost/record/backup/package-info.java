/**
 * A backup: all rows of a module's tables, as they were at one moment, in a file that can be read
 * into SQLite or PostgreSQL.
 */
@NullMarked
package signpost.record.backup;

import org.jspecify.annotations.NullMarked;
