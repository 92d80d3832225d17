package signpost.ingest.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import signpost.ingest.registration.RegistryAnswer.Silent;
import signpost.ingest.registration.RegistryAnswer.Unsaid;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher;
import signpost.web.politeness.HostPace;
import signpost.web.politeness.HostPacer;

/**
 * Asks registries, at the pace each of them bears. No robots.txt is asked for: RDAP is there for
 * programs that ask about a name.
 */
@Singleton
final class RegistryLookup {
  private static final Map<String, String> ACCEPT =
      Map.of("Accept", "application/rdap+json, application/json;q=0.9");

  /** Answers are a few kilobytes long. */
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Fetcher fetcher;
  private final HostPacer pacer;
  private final InstantSource wall;
  private final Map<String, HostPace> paces = new ConcurrentHashMap<>();

  RegistryLookup(Fetcher fetcher, HostPacer pacer, @Named("wall") InstantSource wall) {
    this.fetcher = fetcher;
    this.pacer = pacer;
    this.wall = wall;
  }

  /** Whether a server may be asked now. */
  boolean isReady(WebUrl server) {
    return pace(server).readyAt(wall.instant());
  }

  /** What a registry says of a name; {@code now} is by the clock. */
  RegistryAnswer ask(WebUrl server, String domain, Instant now) {
    FetchOutcome outcome = get(server);
    if (!(outcome instanceof Answered answer)) {
      return new Silent("its registry did not answer: " + server.host());
    }
    return switch (answer.status()) {
      case 200 -> RdapReader.read(domain, answer.body().bytes(), now);
      case 400, 404, 422 -> new Unsaid("its registry does not know it");
      default -> new Silent("its registry answered " + answer.status() + ": " + server.host());
    };
  }

  /** A text from somewhere; empty where there is none. */
  Optional<String> text(WebUrl from) {
    return get(from) instanceof Answered answer && answer.status() == 200
        ? Optional.of(new String(answer.body().bytes(), UTF_8))
        : Optional.empty();
  }

  private FetchOutcome get(WebUrl url) {
    FetchRequest request =
        new FetchRequest(url, Optional.empty(), OptionalInt.of(LONGEST_ANSWER)).saying(ACCEPT);
    FetchOutcome outcome = fetcher.fetch(request);
    HostPace before = pace(url);
    paces.put(
        url.origin(), pacer.after(before, url.host(), outcome, Optional.empty(), wall.instant()));
    return outcome;
  }

  private HostPace pace(WebUrl url) {
    return paces.getOrDefault(url.origin(), HostPace.fresh(wall.instant()));
  }
}
