/**
 * What comes of trying, before a start, whether that on which Signpost depends is as it must be.
 */
@NullMarked
package signpost.record.preflight;

import org.jspecify.annotations.NullMarked;
