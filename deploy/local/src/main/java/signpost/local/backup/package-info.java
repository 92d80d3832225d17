/**
 * All that Signpost keeps, into one file and out of it, and from one kind of database to the other.
 */
@NullMarked
package signpost.local.backup;

import org.jspecify.annotations.NullMarked;
