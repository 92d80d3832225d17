/**
 * Keeps what pages said, so that it can be shown as it was, and proved not to have been changed.
 */
@NullMarked
package signpost.evidence;

import org.jspecify.annotations.NullMarked;
