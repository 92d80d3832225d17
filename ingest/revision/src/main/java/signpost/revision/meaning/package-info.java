/** What a change means to whoever needs what a page offers, in English and Welsh. Pure. */
@NullMarked
package signpost.revision.meaning;

import org.jspecify.annotations.NullMarked;
