/** Facts about the loops. */
@NullMarked
package signpost.record.tls;

import org.jspecify.annotations.NullMarked;
