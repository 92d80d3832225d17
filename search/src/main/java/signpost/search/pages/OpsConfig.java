package signpost.search.pages;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/** {@code signpost.ops.password}: lets user {@code ops} see the pages of ops from anywhere. */
@ConfigurationProperties("signpost.ops")
record OpsConfig(@Bindable(defaultValue = "") String password) {}
