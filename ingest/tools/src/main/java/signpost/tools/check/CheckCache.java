package signpost.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import signpost.events.Sha256;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * Targets of other hosts that were fine lately and need not be asked again. Only an answer without
 * redirects that counted as fine is kept, and of its page only those places that links asked for.
 */
final class CheckCache {
  static final String KIND = "signpost check cache";
  private static final int VERSION = 1;
  private static final int DIGITS = 16;

  /** What was fine; {@code places}: fragments that were found there. */
  record FineTarget(int status, Instant at, Set<String> places) {
    FineTarget {
      places = Set.copyOf(places);
    }
  }

  /**
   * When it is, how long an entry is believed, and what was allowed or trusted beyond the usual:
   * what is fine under other terms is not known to be.
   */
  record CacheTerms(Instant now, Duration age, String under) {}

  private final CacheTerms terms;
  private final Map<String, FineTarget> fine = new ConcurrentHashMap<>();

  private CheckCache(CacheTerms terms) {
    this.terms = terms;
  }

  /** Keeps nothing. */
  static CheckCache none() {
    return new CheckCache(new CacheTerms(Instant.EPOCH, Duration.ZERO, ""));
  }

  static CheckCache empty(CacheTerms terms) {
    return new CheckCache(terms);
  }

  /** A digest of more addresses and more authorities than everybody has; nothing for none. */
  static String under(List<String> allow, Optional<Path> authorities) {
    String more =
        String.join("\n", new TreeSet<>(allow)) + authorities.map(CheckCache::sum).orElse("");
    return more.isEmpty() ? "" : Sha256.of(more).substring(0, DIGITS);
  }

  private static String sum(Path file) {
    try {
      return Sha256.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalArgumentException("the file " + file + " cannot be read", e);
    }
  }

  /** What a file keeps and is young enough. */
  static CheckCache read(Path file, CacheTerms terms) throws KeptText.NotKept {
    var cache = new CheckCache(terms);
    for (JsonNode entry : KeptText.read(file, KIND, VERSION)) {
      cache.add(entry);
    }
    return cache;
  }

  private void add(JsonNode entry) throws KeptText.NotKept {
    JsonNode url = entry.path("url");
    int status = entry.path("status").asInt();
    Optional<Instant> at = instant(entry.path("at").asText());
    if (!url.isTextual() || status < 100 || status > 999 || at.isEmpty()) {
      throw new KeptText.NotKept("an entry has no url, status and time");
    }
    if (young(at.get()) && entry.path("under").asText().equals(terms.under())) {
      Set<String> places = new TreeSet<>();
      entry.path("places").forEach(place -> places.add(place.asText()));
      fine.put(url.asText(), new FineTarget(status, at.get(), places));
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** What claims to be of a time to come is believed as little as what is old. */
  private boolean young(Instant at) {
    Instant now = terms.now();
    return !at.isAfter(now) && Duration.between(at, now).compareTo(terms.age()) < 0;
  }

  /** Whether there is nothing to recall. */
  boolean isEmpty() {
    return fine.isEmpty();
  }

  /** Whether this target was fine, by what counts as fine now. */
  Optional<FineTarget> fine(String url, AcceptedStatuses accept) {
    return Optional.ofNullable(fine.get(url)).filter(it -> accept.has(it.status()));
  }

  /** What a visit found, with places if they were looked for: what was known is forgotten. */
  void learn(CheckTarget target, boolean places) {
    CheckVerdict verdict = target.verdict();
    if (verdict == null || verdict.kind() == ResultClass.SKIPPED) {
      return;
    }
    if (verdict.kind() != ResultClass.OK || redirects(target)) {
      fine.remove(target.href);
    } else {
      Set<String> found = places ? target.placesFound() : Set.of();
      fine.put(target.href, new FineTarget(verdict.status(), terms.now(), found));
    }
  }

  private static boolean redirects(CheckTarget target) {
    return target.next() != null || target.leadsBeyond();
  }

  /** In an order that stays. */
  void write(Path file) throws IOException {
    KeptText.write(
        file,
        KIND,
        VERSION,
        new TreeMap<>(fine)
            .entrySet().stream().map(it -> entry(it.getKey(), it.getValue())).toList());
  }

  private ObjectNode entry(String url, FineTarget target) {
    ObjectNode entry = KeptText.JSON.createObjectNode().put("url", url);
    entry.put("status", target.status()).put("at", target.at().toString());
    if (!terms.under().isEmpty()) {
      entry.put("under", terms.under());
    }
    if (!target.places().isEmpty()) {
      var places = entry.putArray("places");
      new TreeSet<>(target.places()).forEach(places::add);
    }
    return entry;
  }
}
