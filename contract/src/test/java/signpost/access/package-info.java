@NullMarked
package signpost.access;

import org.jspecify.annotations.NullMarked;
