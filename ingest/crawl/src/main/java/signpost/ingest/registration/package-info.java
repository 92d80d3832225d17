/** Until when the names are registered that guides lead to, as their registries say. */
@NullMarked
package signpost.ingest.registration;

import org.jspecify.annotations.NullMarked;
