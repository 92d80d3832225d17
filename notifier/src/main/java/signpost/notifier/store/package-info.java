/** How the notifier's tables write JSON and names, and what is kept once. */
@NullMarked
package signpost.notifier.store;

import org.jspecify.annotations.NullMarked;
