/** Tests of reading and writing guides. */
@NullMarked
package signpost.web.guide;

import org.jspecify.annotations.NullMarked;
