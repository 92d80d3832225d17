/** What people write down to be watched, and for whom: guides, resources, sources and owners. */
@NullMarked
package signpost.catalogue;

import org.jspecify.annotations.NullMarked;
