/** When each owner is thought of next. */
@NullMarked
package signpost.notifier.due;

import org.jspecify.annotations.NullMarked;
