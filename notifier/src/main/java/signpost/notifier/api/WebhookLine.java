package signpost.notifier.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;

/** Where somebody's machine is to be told; empty for nowhere. */
@Serdeable
record WebhookLine(String token, @Nullable String url) {}
