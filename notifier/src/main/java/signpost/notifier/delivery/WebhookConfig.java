package signpost.notifier.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;

/**
 * How webhooks are sent.
 *
 * @param allow address ranges webhooks may be at besides public ones
 * @param timeout for the whole of one attempt
 * @param hurry divides all waits between attempts; for tests
 */
@ConfigurationProperties("signpost.webhook")
public record WebhookConfig(
    @Bindable(defaultValue = "") List<String> allow,
    @Bindable(defaultValue = "15s") Duration timeout,
    @Bindable(defaultValue = "1") int hurry) {}
