/** What the notifier has still to do, for whoever must not run ahead of it. */
@NullMarked
package signpost.notifier.backlog;

import org.jspecify.annotations.NullMarked;
