/** Feeds as Atom and JSON: how anybody follows a search, a guide or all changes. */
@NullMarked
package signpost.search.feed;

import org.jspecify.annotations.NullMarked;
