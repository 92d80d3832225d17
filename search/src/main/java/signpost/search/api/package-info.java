/** The public JSON API, strict about its parameters. */
@NullMarked
package signpost.search.api;

import org.jspecify.annotations.NullMarked;
