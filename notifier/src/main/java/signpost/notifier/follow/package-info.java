/**
 * Searches that people follow by mail: what each has found, and what of it is new to its reader.
 */
@NullMarked
package signpost.notifier.follow;

import org.jspecify.annotations.NullMarked;
