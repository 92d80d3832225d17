package signpost.ingest;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import signpost.record.outbox.Relay;

/** Not ready while Kafka is away; events wait in the outbox meanwhile. */
@Singleton
@Readiness
final class KafkaHealth implements HealthIndicator {
  private final Relay relay;

  KafkaHealth(Relay relay) {
    this.relay = relay;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = relay.connected() ? HealthStatus.UP : HealthStatus.DOWN;
    return Publishers.just(HealthResult.builder("kafka", status).build());
  }
}
