package signpost.notifier.intake;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;
import signpost.record.outbox.Relay;
import signpost.record.topic.KafkaConfig;

/** Ready when events come in and go out. While Kafka is away it says so and keeps trying. */
@Singleton
@Readiness
final class NotifierReadiness implements HealthIndicator {
  private final NotifierIntake intake;
  private final Relay relay;
  private final KafkaConfig kafka;

  NotifierReadiness(NotifierIntake intake, Relay relay, KafkaConfig kafka) {
    this.intake = intake;
    this.relay = relay;
    this.kafka = kafka;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    boolean ready = intake.connected() && relay.connected();
    return Publishers.just(
        HealthResult.builder("kafka", ready ? HealthStatus.UP : HealthStatus.DOWN)
            .details(
                Map.of(
                    "bootstrapServers", kafka.bootstrapServers(),
                    "reading", intake.connected(),
                    "writing", relay.connected()))
            .build());
  }
}
