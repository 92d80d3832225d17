package signpost.web.extract;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** The link by which those who cannot see a page come straight to its content. */
final class SkipLink {
  private static final Pattern SKIPS =
      Pattern.compile(
          "(?i)(?:skip|jump|go|straight) (?:straight )?to (?:the )?(?:main )?(?:page )?content\\b.{0,20}"
              + "|(?:neidio|mynd|ewch) (?:yn syth )?i[’']?r? (?:prif )?gynnwys\\b.{0,20}");

  /** It stands before all else. */
  private static final int FIRST = 10;

  private SkipLink() {}

  /** The element it leads to. */
  static Optional<Element> target(Element body) {
    return body.select("a[href^=#]").stream()
        .limit(FIRST)
        .filter(link -> SKIPS.matcher(ReadableText.oneLine(link.text())).matches())
        .map(link -> link.attr("href").substring(1))
        .filter(id -> !id.isEmpty())
        .flatMap(id -> Optional.ofNullable(body.getElementById(id)).stream())
        .findFirst();
  }
}
