package signpost.sample.web;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** Pages handed out as PDFs whose bytes differ at every visit though their words do not. */
final class PdfPages {
  private static final DateTimeFormatter PDF_DATE =
      DateTimeFormatter.ofPattern("'D:'uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  HostResponse.SentResponse sent(SampleHost twin, SamplePage page, SampleVisit visit) {
    byte[] bytes =
        new PdfPage(page, visit.port()).bytes(PDF_DATE.format(visit.at()), visit.noise().hex(16));
    var sent =
        new HostResponse.SentResponse(
            200, Map.of("Content-Type", "application/pdf"), () -> bytes, Duration.ZERO);
    return page.fact("held-by")
        .map(path ->
            sent.with("Link", "<%s%s>; rel=\"up\"".formatted(twin.origin(visit.port()), path)))
        .orElse(sent);
  }
}
