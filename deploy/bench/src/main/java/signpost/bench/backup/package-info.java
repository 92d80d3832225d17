/** How long a backup and a restore take, and whether anybody waits for it. */
@NullMarked
package signpost.bench.backup;

import org.jspecify.annotations.NullMarked;
