@NullMarked
package signpost.web.revision.meaning;

import org.jspecify.annotations.NullMarked;
