/** What owners answer, how long that holds, and what is not told because of it. */
@NullMarked
package signpost.notifier.answer;

import org.jspecify.annotations.NullMarked;
