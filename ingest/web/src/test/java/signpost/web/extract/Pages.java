package signpost.web.extract;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import signpost.url.WebUrl;

/** Reads pages written in tests. */
final class Pages {
  private static final HtmlReader READER = new HtmlReader(PublisherRules.builtIn());

  private Pages() {}

  static ReadOutcome outcome(String html, String url) {
    return READER.read(
        html.getBytes(StandardCharsets.UTF_8),
        Optional.of("text/html; charset=utf-8"),
        WebUrl.of(url));
  }

  static ReadablePage read(String html, String url) {
    return page(outcome(html, url));
  }

  static ReadablePage read(String html) {
    return read(html, "https://example.org/guides/one");
  }

  static ReadablePage page(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Read read -> read.page();
      case ReadOutcome.Doubtful doubtful -> doubtful.page();
      case ReadOutcome.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
    };
  }
}
