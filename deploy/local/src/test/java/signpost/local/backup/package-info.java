@NullMarked
package signpost.local.backup;

import org.jspecify.annotations.NullMarked;
