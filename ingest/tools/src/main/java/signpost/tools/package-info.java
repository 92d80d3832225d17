/** What the commands do alike: how they end, and what they say when they cannot start. */
@NullMarked
package signpost.tools;

import org.jspecify.annotations.NullMarked;
