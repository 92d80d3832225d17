@NullMarked
package signpost.search.embed;

import org.jspecify.annotations.NullMarked;
