@NullMarked
package signpost.revision.meaning;

import org.jspecify.annotations.NullMarked;
