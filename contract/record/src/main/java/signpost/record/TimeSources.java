package signpost.record;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/**
 * Two kinds of time: {@code clock} decides (what is due, evidence), {@code wall} waits (leases,
 * politeness, deadlines). With {@code signpost.clock: external} whoever starts the module gives the
 * clock.
 */
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
