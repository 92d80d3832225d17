/** Reads pages as people do: bytes in; title, lead, blocks, links, notices and dates out. */
@NullMarked
package signpost.web.extract;

import org.jspecify.annotations.NullMarked;
