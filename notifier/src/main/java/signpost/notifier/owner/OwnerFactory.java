package signpost.notifier.owner;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import signpost.catalogue.Owner;
import signpost.notifier.NotifierConfig;

/** Wires the owners to the catalogue's folder. */
@Factory
final class OwnerFactory {
  @Singleton
  Owners owners(NotifierConfig config, OwnerConfig ops, @Named("wall") InstantSource wall) {
    return new Owners(
        config.catalogue(),
        new Owner(Owners.OPS, "", ops.email(), ZoneId.of("Europe/London")),
        wall);
  }
}
