/** What kind of change it is and how much it matters, in sentences that quote. Pure. */
@NullMarked
package signpost.revision.kind;

import org.jspecify.annotations.NullMarked;
