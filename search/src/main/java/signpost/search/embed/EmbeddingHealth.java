package signpost.search.embed;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import org.reactivestreams.Publisher;

/** How search by meaning stands. Without it search goes on by words, so it is never down. */
@Singleton
final class EmbeddingHealth implements HealthIndicator {
  private final Embedding embedding;

  EmbeddingHealth(Embedding embedding) {
    this.embedding = embedding;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder("embedding")
            .status(HealthStatus.UP)
            .details(Map.of("state", said(embedding.state())))
            .build());
  }

  private static String said(Embedding.State state) {
    return switch (state) {
      case OFF -> "switched off";
      case WAITING -> "waiting for the first page";
      case READY -> "ready";
      case FAILED -> "the model cannot run here: the log says why";
    };
  }
}
