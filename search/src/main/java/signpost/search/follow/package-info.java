/** Searches that people follow: what each finds is handed to the notifier, which writes to them. */
@NullMarked
package signpost.search.follow;

import org.jspecify.annotations.NullMarked;
