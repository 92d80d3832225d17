/** Something an owner should act on: opened by confirmed events, resolved, reopened. */
@NullMarked
package signpost.notifier.finding;

import org.jspecify.annotations.NullMarked;
