/** Asks publishers' leave (robots.txt) and paces our visits to each host. */
@NullMarked
package signpost.web.politeness;

import org.jspecify.annotations.NullMarked;
