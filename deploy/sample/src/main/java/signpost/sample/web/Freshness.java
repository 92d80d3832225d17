package signpost.sample.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The validators of one page at one visit, true or not, and what follows from them. */
record Freshness(Optional<String> etag, Optional<String> lastModified, Visit visit) {

  static Freshness of(Twin twin, Page page, Visit visit) {
    return switch (twin.validators()) {
      case HONEST -> new Freshness(Optional.of("\"" + words(page) + "\""), Optional.empty(), visit);
      case FICKLE ->
          new Freshness(
              Optional.of("W/\"" + visit.noise().hex(8) + "\""), Optional.of(now(visit)), visit);
      case FROZEN ->
          new Freshness(
              Optional.of("\"" + Integer.toHexString(page.path().hashCode()) + "\""),
              Optional.of("Thu, 01 Jan 2026 00:00:00 GMT"),
              visit);
      case NONE ->
          new Freshness(Optional.empty(), Optional.of("Tue, 03 Mar 2026 03:00:00 GMT"), visit);
    };
  }

  Answer answer(Supplier<Answer.Sent> page) {
    boolean same = etag.isPresent() && visit.asked().header("if-none-match").equals(etag);
    Answer.Sent sent =
        same
            ? new Answer.Sent(304, Map.of(), () -> new byte[0], java.time.Duration.ZERO)
            : page.get();
    Answer.Sent tagged = etag.map(e -> sent.with("ETag", e)).orElse(sent);
    return lastModified.map(m -> tagged.with("Last-Modified", m)).orElse(tagged);
  }

  static String now(Visit visit) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(visit.at().atOffset(ZoneOffset.UTC));
  }

  private static String words(Page page) {
    return Integer.toHexString(page.hashCode());
  }
}
