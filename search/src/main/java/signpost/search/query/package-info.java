/** Questions and their answers: search, one resource, one guide, what changed. */
@NullMarked
package signpost.search.query;

import org.jspecify.annotations.NullMarked;
