/** When somebody last looked at a resource, and when it is time again. */
@NullMarked
package signpost.notifier.review;

import org.jspecify.annotations.NullMarked;
