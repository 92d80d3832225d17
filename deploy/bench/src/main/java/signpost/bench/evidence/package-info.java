/** What is kept of pages: how much it takes, whether it shows what was told, and what is found. */
@NullMarked
package signpost.bench.evidence;

import org.jspecify.annotations.NullMarked;
