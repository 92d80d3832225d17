/** What a message says, in plain text and HTML. */
@NullMarked
package signpost.notifier.message;

import org.jspecify.annotations.NullMarked;
