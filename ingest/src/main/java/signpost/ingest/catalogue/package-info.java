/** What is watched and for whom: guides, their resources, sources and owners, read or imported. */
@NullMarked
package signpost.ingest.catalogue;

import org.jspecify.annotations.NullMarked;
