@NullMarked
package signpost.web.revision.compare;

import org.jspecify.annotations.NullMarked;
