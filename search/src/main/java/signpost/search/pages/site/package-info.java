/** What the site says of itself: static pages, who runs it, and files for browsers and crawlers. */
@NullMarked
package signpost.search.pages.site;

import org.jspecify.annotations.NullMarked;
