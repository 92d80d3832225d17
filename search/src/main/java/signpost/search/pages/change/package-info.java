/** What changed: the latest changes of all pages, and one revision with its words. */
@NullMarked
package signpost.search.pages.change;

import org.jspecify.annotations.NullMarked;
