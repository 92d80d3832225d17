/** What changed on a page, and whether it is worth telling. Pure. */
@NullMarked
package signpost.revision;

import org.jspecify.annotations.NullMarked;
