/** What time alone brings about: answers end, reviews fall due, owners change. */
@NullMarked
package signpost.notifier.upkeep;

import org.jspecify.annotations.NullMarked;
