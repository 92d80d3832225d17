/** What the tests of several modules share, and nothing else. */
@NullMarked
package signpost.kit;

import org.jspecify.annotations.NullMarked;
