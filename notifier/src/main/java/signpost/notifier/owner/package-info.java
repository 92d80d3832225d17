/** Who is told: people and their addresses, read from the catalogue folder and never sent on. */
@NullMarked
package signpost.notifier.owner;

import org.jspecify.annotations.NullMarked;
