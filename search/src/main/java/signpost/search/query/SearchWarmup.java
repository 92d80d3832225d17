package signpost.search.query;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few searches right after the start, so that nobody waits while dictionaries and code are
 * loaded; search is ready when they are over.
 */
@Readiness
@Singleton
final class SearchWarmup implements ApplicationEventListener<ServerStartupEvent>, HealthIndicator {
  private static final Logger log = LoggerFactory.getLogger(SearchWarmup.class);
  private static final List<String> QUESTIONS =
      List.of("", "trauma informed practice", "hyfforddiant am ddim", "free trianing in Wales");

  private final ResourceSearch search;
  private final QueryCompletion completion;
  private volatile boolean over;

  SearchWarmup(ResourceSearch search, QueryCompletion completion) {
    this.search = search;
    this.completion = completion;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    Thread.ofPlatform().name("rehearsal").daemon(true).start(this::ask);
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.just(
        HealthResult.builder("rehearsal")
            .status(over ? HealthStatus.UP : HealthStatus.DOWN)
            .build());
  }

  private void ask() {
    try {
      for (String question : QUESTIONS) {
        search.answer(SearchRequest.of(question));
        completion.of(question);
      }
    } catch (IOException | RuntimeException | InternalError e) {
      log.warn("The first searches failed; those of people may not: {}", e.toString());
    }
    over = true;
  }
}
