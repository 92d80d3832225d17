/** Starts and stops Signpost's parts on one machine. */
@NullMarked
package signpost.local;

import org.jspecify.annotations.NullMarked;
