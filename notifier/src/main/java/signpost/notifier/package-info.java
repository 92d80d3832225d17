/** Decides who is told what, and tells them. */
@Configuration
@Requires(property = "signpost.module", value = "notifier")
@NullMarked
package signpost.notifier;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
