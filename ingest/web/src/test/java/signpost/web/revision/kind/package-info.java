@NullMarked
package signpost.web.revision.kind;

import org.jspecify.annotations.NullMarked;
