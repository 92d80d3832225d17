package signpost.search.embed;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import signpost.record.FailingLoop;

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
            .details(Map.of("state", said(embedding.state()) + trouble(embedding.failing())))
            .build());
  }

  private static String trouble(Optional<FailingLoop> failing) {
    return failing
        .map(loop -> "; it has been failing since " + loop.since() + ": " + loop.why())
        .orElse("");
  }

  private static String said(Embedding.EmbeddingState state) {
    return switch (state) {
      case Embedding.EmbeddingState.Off _ -> "switched off";
      case Embedding.EmbeddingState.ModelLoading _ ->
          "no page to read yet, or the model is being loaded";
      case Embedding.EmbeddingState.Ready _ -> "ready";
      case Embedding.EmbeddingState.ModelUnusable(var why) -> why;
    };
  }
}
