/** Facts about the contract. */
@NullMarked
package signpost.events;

import org.jspecify.annotations.NullMarked;
