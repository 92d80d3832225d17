/** Watches targets and says what changed. */
@Configuration
@Requires(property = "signpost.module", value = "ingest")
@NullMarked
package signpost.ingest;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
