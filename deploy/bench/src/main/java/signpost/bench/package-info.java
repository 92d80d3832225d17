/** Measures what the README claims. */
@NullMarked
package signpost.bench;

import org.jspecify.annotations.NullMarked;
