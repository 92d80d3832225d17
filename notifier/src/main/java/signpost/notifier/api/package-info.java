/** The JSON API for Signpost's own pages. */
@NullMarked
package signpost.notifier.api;

import org.jspecify.annotations.NullMarked;
