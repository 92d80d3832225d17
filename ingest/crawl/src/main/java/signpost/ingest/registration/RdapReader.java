package signpost.ingest.registration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import signpost.ingest.registration.RegistryAnswer.Registered;
import signpost.ingest.registration.RegistryAnswer.Unsaid;

/** Reads a registry's answer about a name: RFC 9083, a "domain" with its events. Pure. */
final class RdapReader {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_DATE_TIME.withZone(ZoneOffset.UTC);

  private static final int DAY = "2026-12-31".length();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What RFC 8056 calls a name whose time is over. */
  private static final Set<String> LAPSED =
      Set.of("redemption period", "pending delete", "pending restore");

  /** A name that ended so long ago and is still there has not ended. */
  private static final Duration STALE = Duration.ofDays(120);

  private RdapReader() {}

  static RegistryAnswer read(String domain, byte[] body, Instant now) {
    try {
      return of(domain, JSON.readTree(body), now);
    } catch (IOException _) {
      return new Unsaid("its registry's answer is no JSON");
    }
  }

  private static RegistryAnswer of(String domain, JsonNode answer, Instant now) {
    if (!isAbout(domain, answer)) {
      return new Unsaid("its registry's answer is about another name");
    }
    boolean lapsed = texts(answer.path("status")).anyMatch(LAPSED::contains);
    Optional<Instant> until = latest(answer, "expiration");
    Optional<Instant> began = latest(answer, "registration", "reregistration");
    if (until.isEmpty()) {
      return lapsed ? new Registered(now, true, began) : new Unsaid("its registry names no end");
    }
    if (began.filter(until.get()::isBefore).isPresent()
        || (until.get().isBefore(now.minus(STALE)) && !lapsed)) {
      return new Unsaid("its registry names an end that cannot be: " + until.get());
    }
    return new Registered(until.get(), lapsed, began);
  }

  private static boolean isAbout(String domain, JsonNode answer) {
    String name = answer.path("ldhName").asText().toLowerCase(Locale.ROOT);
    return domain.equals(name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
  }

  private static Optional<Instant> latest(JsonNode answer, String... actions) {
    return StreamSupport.stream(answer.path("events").spliterator(), false)
        .filter(
            it -> Stream.of(actions).anyMatch(it.path("eventAction").asText()::equalsIgnoreCase))
        .flatMap(it -> instant(it.path("eventDate").asText()).stream())
        .max(Comparator.naturalOrder());
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(it -> it.asText().toLowerCase(Locale.ROOT));
  }

  /** As RFC 3339 has it; some registries leave out the offset, or the time of day. */
  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(
          DATE.parse(text.length() == DAY ? text + "T00:00:00" : text, Instant::from));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
