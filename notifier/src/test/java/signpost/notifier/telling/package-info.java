@NullMarked
package signpost.notifier.telling;

import org.jspecify.annotations.NullMarked;
