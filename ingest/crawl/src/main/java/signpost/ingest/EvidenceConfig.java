package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What is kept of placed pages, in {@code evidence} in ingest’s data folder.
 *
 * @param keep false: nothing of what pages answer is kept. What was kept before stays, and can be
 *     shown
 * @param limit the most bytes that are kept; when they are reached nothing more is, and ops see it
 */
@ConfigurationProperties("signpost.evidence")
public record EvidenceConfig(
    @Bindable(defaultValue = "true") boolean keep,
    @Bindable(defaultValue = "2147483648") long limit) {}
