package signpost.search.feed;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A feed as sent, with when something in it last changed. */
final class FeedAnswer {
  /** RFC_1123_DATE_TIME writes days of one digit, which HTTP does not. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private FeedAnswer() {}

  /** Of a feed that is written in this form already. */
  static MutableHttpResponse<String> of(WebFeed feed, FeedForm form, String written) {
    return HttpResponse.ok(written)
        .contentType(form.type())
        .header("last-modified", HTTP_DATE.format(feed.updated()));
  }
}
