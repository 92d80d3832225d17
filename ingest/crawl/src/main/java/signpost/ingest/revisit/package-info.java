/**
 * When targets are visited again: habits and hints as they are kept, and sitemaps asked for them.
 */
@NullMarked
package signpost.ingest.revisit;

import org.jspecify.annotations.NullMarked;
