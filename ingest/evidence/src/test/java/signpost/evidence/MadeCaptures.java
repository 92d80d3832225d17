package signpost.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;
import signpost.web.fetch.WireHeads;
import signpost.web.fetch.WireHeads.HeaderLine;

/** Answers of made-up pages, as a fetcher gives them. */
final class MadeCaptures {
  static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
  static final CanonicalUrl PAGE = new CanonicalUrl("https://council.example/help/rent");

  private final CanonicalUrl address;
  private final List<HeaderLine> fields = new ArrayList<>();
  private WebUrl at;

  private MadeCaptures(CanonicalUrl address) {
    this.address = address;
    this.at = address.url();
    field("Content-Type", "text/html; charset=utf-8");
  }

  static MadeCaptures of(CanonicalUrl address) {
    return new MadeCaptures(address);
  }

  MadeCaptures field(String name, String value) {
    fields.add(new HeaderLine(name, value));
    return this;
  }

  /** Redirects led there. */
  MadeCaptures ledTo(String url) {
    at = WebUrl.of(url);
    return this;
  }

  /** A page with these words, on a day counted from the first. */
  PageCapture says(String words, int revision, int day) {
    return answers(
        html(words).getBytes(UTF_8), PageVersion.of(revision), START.plus(Duration.ofDays(day)));
  }

  PageCapture answers(byte[] body, PageVersion version, Instant when) {
    Map<String, List<String>> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.forEach(it -> named.merge(it.name(), List.of(it.value()), MadeCaptures::both));
    WireHeads heads =
        new WireHeads(
            "GET " + at.target() + " HTTP/1.1",
            List.of(
                new HeaderLine("Host", at.authority()),
                new HeaderLine("Cookie", "visitor=sealed-in-the-request")),
            "HTTP/1.1 200 OK",
            fields);
    Answered answer =
        new Answered(
            address.url(),
            at,
            200,
            List.of(),
            new Headers(named),
            ResponseBody.of(body),
            Duration.ofMillis(80),
            Optional.empty(),
            Optional.of(heads));
    return new PageCapture(address, when, version, answer);
  }

  private static List<String> both(List<String> some, List<String> more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  static String html(String words) {
    return "<!DOCTYPE html><html lang=en><head><title>Help with rent</title>"
        + "<script>alert('run')</script></head><body><h1>Help with rent</h1><p>"
        + words
        + "</p><img src=https://tracker.example/pixel.gif alt='A council office'></body></html>";
  }
}
