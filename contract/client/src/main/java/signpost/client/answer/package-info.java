/** What the public API answers, as the names in its description say. */
@NullMarked
package signpost.client.answer;

import org.jspecify.annotations.NullMarked;
