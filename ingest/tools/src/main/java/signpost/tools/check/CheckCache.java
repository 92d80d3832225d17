package signpost.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * Targets of other hosts that were fine lately and need not be asked again. Only an answer without
 * redirects that counted as fine is kept, and of its page only those places that links asked for.
 */
final class CheckCache {
  static final String KIND = "signpost check cache";
  private static final int VERSION = 1;

  /** What was fine; {@code places}: fragments that were found there. */
  record FineTarget(int status, Instant at, Set<String> places) {
    FineTarget {
      places = Set.copyOf(places);
    }
  }

  private final Instant now;
  private final Duration age;
  private final Map<String, FineTarget> fine = new ConcurrentHashMap<>();

  private CheckCache(Instant now, Duration age) {
    this.now = now;
    this.age = age;
  }

  /** Keeps nothing. */
  static CheckCache none() {
    return new CheckCache(Instant.EPOCH, Duration.ZERO);
  }

  static CheckCache empty(Instant now, Duration age) {
    return new CheckCache(now, age);
  }

  /** What a file keeps and is young enough. */
  static CheckCache read(Path file, Instant now, Duration age) throws KeptText.NotKept {
    var cache = new CheckCache(now, age);
    for (JsonNode entry : KeptText.read(file, KIND, VERSION)) {
      cache.add(entry);
    }
    return cache;
  }

  private void add(JsonNode entry) throws KeptText.NotKept {
    JsonNode url = entry.path("url");
    int status = entry.path("status").asInt();
    Optional<Instant> at = instant(entry.path("at").asText());
    if (!url.isTextual() || status < 100 || status > 599 || at.isEmpty()) {
      throw new KeptText.NotKept("an entry has no url, status and time");
    }
    if (young(at.get())) {
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
    return !at.isAfter(now) && Duration.between(at, now).compareTo(age) < 0;
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
    if (verdict.kind() != ResultClass.OK || target.next() != null) {
      fine.remove(target.href);
    } else {
      Set<String> found = places ? target.placesFound() : Set.of();
      fine.put(target.href, new FineTarget(verdict.status(), now, found));
    }
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

  private static ObjectNode entry(String url, FineTarget target) {
    ObjectNode entry = KeptText.JSON.createObjectNode().put("url", url);
    entry.put("status", target.status()).put("at", target.at().toString());
    if (!target.places().isEmpty()) {
      var places = entry.putArray("places");
      new TreeSet<>(target.places()).forEach(places::add);
    }
    return entry;
  }
}
