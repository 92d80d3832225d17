package signpost.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Traces of a part, where somebody collects them. */
@Factory
final class TracesFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Traces traces(TracesConfig config, @Value("${signpost.module:}") String part) {
    return of(config, part);
  }

  static Traces of(TracesConfig config, String part) {
    return config
        .target()
        .<Traces>map(collector -> CollectedTraces.to(collector, config.ratio(), part, version()))
        .orElse(Traces.off());
  }

  private static String version() {
    return Optional.ofNullable(TracesFactory.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }
}
