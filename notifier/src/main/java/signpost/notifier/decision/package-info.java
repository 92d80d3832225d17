/**
 * Whether to tell an owner something now, later or not at all, against the log of what was told.
 */
@NullMarked
package signpost.notifier.decision;

import org.jspecify.annotations.NullMarked;
