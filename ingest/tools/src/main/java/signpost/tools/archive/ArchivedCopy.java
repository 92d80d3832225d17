package signpost.tools.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import signpost.url.WebUrl;

/** A copy of a page as it answered with status 200: where it is, and when it was taken. */
public record ArchivedCopy(WebUrl url, Instant at) {
  /** In UTC, as the archive's address has it. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

  /** {@code archived copy of 3 May 2024: https://…}. */
  public String told() {
    return "archived copy of " + DAY.format(at) + ": " + url.href();
  }
}
