/** Facts about what people write down. */
@NullMarked
package signpost.catalogue;

import org.jspecify.annotations.NullMarked;
