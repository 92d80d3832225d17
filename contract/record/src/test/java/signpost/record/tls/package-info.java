/** Facts about keys and certificates. */
@NullMarked
package signpost.record.tls;

import org.jspecify.annotations.NullMarked;
