/** Facts about what is noted of acts. */
@NullMarked
package signpost.search.audit;

import org.jspecify.annotations.NullMarked;
