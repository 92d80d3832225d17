/** Links that say who may do what, and until when. */
@NullMarked
package signpost.notifier.token;

import org.jspecify.annotations.NullMarked;
