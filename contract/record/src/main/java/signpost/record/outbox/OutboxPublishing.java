package signpost.record.outbox;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import signpost.record.Supervisor;
import signpost.record.store.Database;
import signpost.record.topic.KafkaConfig;
import signpost.trace.Traces;

/** Wires the outbox to Kafka. */
@Factory
final class OutboxPublishing {
  @Singleton
  Outbox outbox(Database database) {
    return new Outbox(database);
  }

  @Singleton
  @Bean(preDestroy = "close")
  Relay relay(
      Outbox outbox,
      KafkaConfig kafka,
      Supervisor supervisor,
      Traces traces,
      @Named("wall") InstantSource wall) {
    return new Relay(outbox, kafka, supervisor, traces, wall);
  }
}
