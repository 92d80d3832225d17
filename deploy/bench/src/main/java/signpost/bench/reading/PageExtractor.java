package signpost.bench.reading;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import signpost.url.WebUrl;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.ReadOutcome;

/** Who reads a page: from its bytes to its text, empty where nothing was found. */
interface PageExtractor {
  String text(byte[] html, WebUrl from);

  static PageExtractor signpost(MediaPageReader reader) {
    return (html, from) ->
        switch (reader.read(html, Optional.of("text/html; charset=utf-8"), from)) {
          case ReadOutcome.Read(var page) -> page.text();
          case ReadOutcome.Doubtful(var page, _) -> page.text();
          case ReadOutcome.Unreadable _ -> "";
        };
  }

  static PageExtractor readability4j() {
    return (html, from) -> {
      String text =
          new Readability4J(from.toString(), new String(html, StandardCharsets.UTF_8))
              .parse()
              .getTextContent();
      return text == null ? "" : text;
    };
  }
}
