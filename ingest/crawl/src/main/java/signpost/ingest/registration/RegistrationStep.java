package signpost.ingest.registration;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import signpost.events.Explanation;
import signpost.events.LinkEvent.DomainState;
import signpost.events.LinkEvent.DomainTransition;
import signpost.ingest.frontier.HostMemory;
import signpost.ingest.registration.RegistrationRule.RegistrationDecision;
import signpost.ingest.registration.RegistrationStore.KnownRegistration;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.record.store.TurnKeeper;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.health.RegistrableDomains;

/**
 * Asks about one name at each look, and tells of names that end: of each site of that name that a
 * guide leads to.
 */
@Singleton
public final class RegistrationStep {
  /** How often it is looked for names that are new, or are led to no more. */
  private static final Duration LISTED_EVERY = Duration.ofHours(1);

  private static final int MOST = 1_000;

  private final Database database;
  private final Outbox outbox;
  private final RegistryLookup lookup;
  private final RegistryList registries;
  private final RegistrationConfig config;
  private final InstantSource clock;
  private final TurnKeeper turn;
  private Instant listedAt = Instant.MIN;

  RegistrationStep(
      Database database,
      Outbox outbox,
      RegistryLookup lookup,
      RegistryList registries,
      RegistrationConfig config,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.lookup = lookup;
    this.registries = registries;
    this.config = config;
    this.clock = clock;
    this.turn = new TurnKeeper(database, "registrations");
  }

  /**
   * Asks about the name that is longest due, if its registry may be asked now. Of several ingests
   * on one database one asks, and tells.
   */
  public synchronized void lookAgain() {
    Instant now = clock.instant();
    if (!config.registrations() || !turn.holds()) {
      return;
    }
    if (!now.isBefore(listedAt.plus(LISTED_EVERY))) {
      list(now);
      listedAt = now;
    }
    List<KnownRegistration> due = database.read(handle -> RegistrationStore.due(handle, now, MOST));
    if (!due.isEmpty()) {
      registries.refresh(now);
      due.stream().filter(this::isReady).findFirst().ifPresent(it -> ask(it, now));
    }
  }

  /** What is watched anew, and what is watched no more. A name without such a registry is not. */
  private void list(Instant now) {
    database.write(handle -> {
      Set<String> led = new TreeSet<>();
      RegistrationStore.origins(handle).forEach(origin -> led.add(domain(origin)));
      led.removeIf(domain -> server(domain).isEmpty());
      for (KnownRegistration known : RegistrationStore.all(handle)) {
        if (!led.remove(known.domain())) {
          RegistrationStore.remove(handle, known.domain());
          tell(handle, known, RegistrationState.NEW, List.of(), now);
        }
      }
      RegistrationStore.add(handle, led, now);
      return true;
    });
  }

  private boolean isReady(KnownRegistration due) {
    return server(due.domain()).filter(lookup::isReady).isPresent();
  }

  private void ask(KnownRegistration due, Instant now) {
    RegistryAnswer answer = lookup.ask(server(due.domain()).orElseThrow(), due.domain(), now);
    database.write(handle -> {
      List<String> sites =
          RegistrationStore.origins(handle).stream()
              .filter(origin -> domain(origin).equals(due.domain()))
              .toList();
      RegistrationDecision decision = RegistrationRule.after(due.state(), answer, sites, now);
      RegistrationStore.keep(handle, due.domain(), decision.after(), decision.dueAt());
      tell(handle, due, decision.after(), sites, now);
      return true;
    });
  }

  /**
   * Of each site whose name is about to end, once more; and of each whose name is so no longer, or
   * that no guide leads to.
   */
  private void tell(
      Handle handle,
      KnownRegistration before,
      RegistrationState after,
      List<String> sites,
      Instant now) {
    String domain = before.domain();
    Set<String> over = new TreeSet<>(before.state().told());
    after.told().forEach(over::remove);
    Explanation renewed = RegistrationWords.of(DomainState.RENEWED, domain, after, now);
    Explanation left = RegistrationWords.left(domain);
    for (String site : over) {
      Explanation why = sites.contains(site) ? renewed : left;
      tell(handle, site, domain, DomainState.RENEWED, after.until(), why, now);
    }
    Explanation ending = RegistrationWords.of(DomainState.ENDING, domain, after, now);
    after
        .told()
        .forEach(it -> tell(handle, it, domain, DomainState.ENDING, after.until(), ending, now));
  }

  private void tell(
      Handle handle,
      String site,
      String domain,
      DomainState state,
      Optional<Instant> until,
      Explanation why,
      Instant now) {
    List<CanonicalUrl> placed = HostMemory.placed(handle, site);
    outbox.put(handle, new DomainTransition(site, domain, state, until, now, why, placed), now);
  }

  private Optional<WebUrl> server(String domain) {
    return registries.servers().of(domain);
  }

  private static String domain(String origin) {
    return WebUrl.parse(origin).map(RegistrableDomains::of).orElse(origin);
  }

  @PreDestroy
  synchronized void close() {
    turn.close();
  }
}
