/** What is kept once in the notifier's tables, and the names they use. */
@NullMarked
package signpost.notifier.store;

import org.jspecify.annotations.NullMarked;
