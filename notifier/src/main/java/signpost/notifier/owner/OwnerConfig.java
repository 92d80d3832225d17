package signpost.notifier.owner;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** {@code signpost.ops.email}: who is told what nobody owns, and everything in shadow mode. */
@ConfigurationProperties("signpost.ops")
public record OwnerConfig(@Bindable(defaultValue = "ops@signpost.localhost") String email) {}
