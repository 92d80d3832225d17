/** The server-rendered pages and what they need: looks, words, headers. */
@NullMarked
package signpost.search.pages;

import org.jspecify.annotations.NullMarked;
