@NullMarked
package signpost.revision.kind;

import org.jspecify.annotations.NullMarked;
