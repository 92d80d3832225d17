@NullMarked
package signpost.search.query;

import org.jspecify.annotations.NullMarked;
