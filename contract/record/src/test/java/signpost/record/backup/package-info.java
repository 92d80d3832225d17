@NullMarked
package signpost.record.backup;

import org.jspecify.annotations.NullMarked;
