/** Pages for ops: the crawl and what is sent, and what can be done about it. */
@NullMarked
package signpost.search.pages.ops;

import org.jspecify.annotations.NullMarked;
