/** Signing in and out, who may do what, and what was done. */
@NullMarked
package signpost.search.pages.access;

import org.jspecify.annotations.NullMarked;
