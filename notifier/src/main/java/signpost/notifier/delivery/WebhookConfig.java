package signpost.notifier.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How webhooks are sent. {@code allow}: networks dialled though they are not public, as for the
 * crawler; {@code timeout}: for the whole of one attempt; {@code hurry}: divides all waits between
 * attempts, for tests.
 */
@ConfigurationProperties("signpost.webhook")
public record WebhookConfig(
    @Bindable(defaultValue = "") List<String> allow,
    @Bindable(defaultValue = "15s") Duration timeout,
    @Bindable(defaultValue = "1") int hurry) {}
