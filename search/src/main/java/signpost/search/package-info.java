/** The public face: search, pages and API. */
@Configuration
@Requires(property = "signpost.module", value = "search")
@NullMarked
package signpost.search;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
