package signpost.ingest.revisit;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * How often a host is asked.
 *
 * @param hostBudget the most visits a day to one host for the sake of changes; where all that is
 *     worth a visit would take more, pages that change are followed less closely. What {@code
 *     placed-every} promises is visited all the same
 */
@ConfigurationProperties("signpost.fetch")
public record VisitBudget(@Bindable(defaultValue = "1000") int hostBudget) {}
