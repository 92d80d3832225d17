/** What ingest has still to do, for whoever must not run ahead of it. */
@NullMarked
package signpost.ingest.backlog;

import org.jspecify.annotations.NullMarked;
