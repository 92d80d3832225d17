package signpost.ingest.route;

import java.util.Locale;
import signpost.ingest.visit.Visit;
import signpost.web.fetch.FetchOutcome.Answered;

/** Which way an answer goes: by what it claims to be; the reader looks at the bytes. */
enum Media {
  HTML,
  DOCUMENT,
  NOTHING;

  static Media of(Visit visit) {
    if (!visit.readable() || !(visit.outcome() instanceof Answered answer)) {
      return NOTHING;
    }
    String type = answer.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
    return type.isEmpty() || type.contains("html") || type.startsWith("text/") ? HTML : DOCUMENT;
  }
}
