package signpost.ingest.visit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.url.AddressLength;
import signpost.url.WebUrl;

/** Tells the endless URL spaces of calendars and broken relative links from real pages. */
final class UrlTraps {
  static final int MAX_DEPTH = 20;
  private static final int MAX_REPEATS = 3;
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?i)(?:[?&](?:month|date|day|year|ical|tribe-bar-date)=\\d)|/(?:calendar|events?)/\\d{4}[/-]\\d{1,2}");

  private UrlTraps() {}

  /** Why this URL found on a page should not be followed, as a word; nothing if it may be. */
  static Optional<String> reason(WebUrl url, int depth) {
    if (!AddressLength.fits(url)) {
      return Optional.of("too-long");
    }
    if (depth > MAX_DEPTH) {
      return Optional.of("too-deep");
    }
    if (repeatsItself(url.path())) {
      return Optional.of("repeats-itself");
    }
    return CALENDAR.matcher(url.href()).find() ? Optional.of("calendar") : Optional.empty();
  }

  private static boolean repeatsItself(String path) {
    return Arrays.stream(path.split("/"))
        .filter(element -> !element.isEmpty())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .anyMatch(times -> times >= MAX_REPEATS);
  }
}
