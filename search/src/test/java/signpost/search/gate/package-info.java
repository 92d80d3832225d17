/** Facts about the gate. */
@NullMarked
package signpost.search.gate;

import org.jspecify.annotations.NullMarked;
