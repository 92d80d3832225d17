@NullMarked
package signpost.ingest.registration;

import org.jspecify.annotations.NullMarked;
