/** Makes catalogue files from guides, and says what is wrong in the catalogue. */
@NullMarked
package signpost.tools.listing;

import org.jspecify.annotations.NullMarked;
