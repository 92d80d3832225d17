@NullMarked
package signpost.search.rank;

import org.jspecify.annotations.NullMarked;
