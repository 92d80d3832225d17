@NullMarked
package signpost.http.access;

import org.jspecify.annotations.NullMarked;
