/** Where a page went that is no longer at its address: what to ask for, and what to believe. */
@NullMarked
package signpost.successor;

import org.jspecify.annotations.NullMarked;
