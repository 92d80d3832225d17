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

  /** Why this URL found on a page should not be followed, or nothing if it may be. */
  static Optional<String> reason(WebUrl url, int depth) {
    if (!AddressLength.fits(url)) {
      return Optional.of("longer than " + AddressLength.MOST + " characters");
    }
    if (depth > MAX_DEPTH) {
      return Optional.of("more than " + MAX_DEPTH + " links from the start");
    }
    if (repeatsItself(url.path())) {
      return Optional.of("a path element stands in it " + MAX_REPEATS + " times");
    }
    return CALENDAR.matcher(url.href()).find()
        ? Optional.of("looks like a calendar without end")
        : Optional.empty();
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
