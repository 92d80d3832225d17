/** Measures what docs/figures.md says. */
@NullMarked
package signpost.bench;

import org.jspecify.annotations.NullMarked;
