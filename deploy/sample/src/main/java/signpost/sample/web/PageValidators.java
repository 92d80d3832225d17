package signpost.sample.web;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The validators of one page at one visit, true or not, and what follows from them. */
record PageValidators(Optional<String> etag, Optional<String> lastModified, SampleVisit visit) {
  /** RFC_1123_DATE_TIME writes days of one digit, which HTTP does not. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static PageValidators of(SampleHost twin, SamplePage page, SampleVisit visit) {
    return switch (twin.validators()) {
      case HONEST ->
          new PageValidators(Optional.of("\"" + words(page) + "\""), Optional.empty(), visit);
      case FICKLE ->
          new PageValidators(
              Optional.of("W/\"" + visit.noise().hex(8) + "\""), Optional.of(now(visit)), visit);
      case FROZEN ->
          new PageValidators(
              Optional.of("\"" + Integer.toHexString(page.path().hashCode()) + "\""),
              Optional.of("Thu, 01 Jan 2026 00:00:00 GMT"),
              visit);
      case NONE ->
          new PageValidators(Optional.empty(), Optional.of("Tue, 03 Mar 2026 03:00:00 GMT"), visit);
    };
  }

  HostResponse answer(Supplier<HostResponse.SentResponse> page) {
    boolean same = etag.isPresent() && visit.asked().header("if-none-match").equals(etag);
    HostResponse.SentResponse sent =
        same
            ? new HostResponse.SentResponse(
                304, Map.of(), () -> new byte[0], java.time.Duration.ZERO)
            : page.get();
    HostResponse.SentResponse tagged = etag.map(e -> sent.with("ETag", e)).orElse(sent);
    return lastModified.map(m -> tagged.with("Last-Modified", m)).orElse(tagged);
  }

  static String now(SampleVisit visit) {
    return HTTP_DATE.format(visit.at());
  }

  private static String words(SamplePage page) {
    return Integer.toHexString(page.hashCode());
  }
}
