/** Facts about what owners may do with all that reaches them. */
@NullMarked
package signpost.journey;

import org.jspecify.annotations.NullMarked;
