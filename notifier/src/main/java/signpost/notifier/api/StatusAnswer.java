package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the notifier is. {@code telling} is {@code mail}, {@code files} (nobody is being told) or
 * {@code shadow} (only ops is); {@code lag} is left out while Kafka is away.
 */
@Serdeable
record StatusAnswer(
    String telling,
    boolean kafka,
    boolean deciding,
    boolean sending,
    Optional<Long> lag,
    long undelivered,
    Optional<Instant> nextWakeAt,
    List<String> problems) {}
