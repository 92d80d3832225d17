/** What each owner was told of each guide, and what they may have to be told. */
@NullMarked
package signpost.notifier.told;

import org.jspecify.annotations.NullMarked;
