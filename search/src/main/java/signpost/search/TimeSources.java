package signpost.search;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The two times: {@code clock} for what pages call now, {@code wall} for waits and deadlines. */
@Factory
final class TimeSources {

  @Singleton
  @Named("clock")
  @Requires(property = "signpost.clock", value = "system", defaultValue = "system")
  InstantSource clock() {
    return InstantSource.system();
  }

  @Singleton
  @Named("wall")
  InstantSource wall() {
    return InstantSource.system();
  }
}
