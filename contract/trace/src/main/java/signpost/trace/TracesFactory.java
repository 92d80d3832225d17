package signpost.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Traces of the part that runs. */
@Factory
final class TracesFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Traces traces(TracesConfig config, @Value("${signpost.module:}") String part) {
    return Traces.of(config, part);
  }
}
