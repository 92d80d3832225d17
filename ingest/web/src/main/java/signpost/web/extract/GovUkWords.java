package signpost.web.extract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Optional;
import signpost.events.ShortenedText;
import signpost.url.WebUrl;
import signpost.web.extract.PublisherWord.PublisherWordKind;

/** What became of a page, as an item of GOV.UK's Content API has it. Pure. */
final class GovUkWords {
  private static final int LONGEST = 300;

  private GovUkWords() {}

  static Optional<PublisherWord> in(JsonNode root, WebUrl page) {
    return switch (root.path("schema_name").asText()) {
      case "gone" -> Optional.of(removed(root.path("details"), page));
      case "redirect" -> moved(root.path("redirects"), page);
      default -> withdrawn(root.path("withdrawn_notice"));
    };
  }

  /** The alternative is a path of the same site; anything else is left out. */
  private static PublisherWord removed(JsonNode details, WebUrl page) {
    Optional<String> to =
        elsewhere(details.path("alternative_path").asText(""), page)
            .filter(it -> it.origin().equals(page.origin()))
            .map(WebUrl::href);
    return new PublisherWord(PublisherWordKind.REMOVED, text(details), Optional.empty(), to);
  }

  /** The redirect of this very path, else that of the longest folder it is in. */
  private static Optional<PublisherWord> moved(JsonNode redirects, WebUrl page) {
    return GovUkContent.stream(redirects)
        .filter(it -> leads(it, page.path()))
        .max(Comparator.comparingInt(it -> it.path("path").asText().length()))
        .flatMap(it -> elsewhere(destination(it, page.path()), page))
        .map(it ->
            new PublisherWord(
                PublisherWordKind.MOVED, "", Optional.empty(), Optional.of(it.href())));
  }

  private static boolean leads(JsonNode redirect, String path) {
    String from = redirect.path("path").asText("");
    return !from.isEmpty()
        && (path.equals(from) || (isOfFolder(redirect) && path.startsWith(from + "/")));
  }

  private static boolean isOfFolder(JsonNode redirect) {
    return redirect.path("type").asText().equals("prefix");
  }

  /** What stands below a folder is kept, unless the redirect says that it is not. */
  private static String destination(JsonNode redirect, String path) {
    String to = redirect.path("destination").asText("");
    String mode = redirect.path("segments_mode").asText(isOfFolder(redirect) ? "preserve" : "");
    boolean below = mode.equals("preserve") && !to.contains("?") && !to.contains("#");
    return to.isEmpty() || !below
        ? to
        : to + path.substring(redirect.path("path").asText().length());
  }

  private static Optional<PublisherWord> withdrawn(JsonNode notice) {
    PublisherWord word =
        new PublisherWord(
            PublisherWordKind.WITHDRAWN,
            text(notice),
            GovUkContent.instant(notice.path("withdrawn_at")),
            Optional.empty());
    return Optional.of(word).filter(it -> it.at().isPresent() || !it.text().isEmpty());
  }

  private static String text(JsonNode said) {
    return ShortenedText.to(LONGEST, GovUkContent.plain(said.path("explanation")));
  }

  /** An address that is not the page's own. */
  private static Optional<WebUrl> elsewhere(String href, WebUrl page) {
    return href.isBlank()
        ? Optional.empty()
        : WebUrl.parse(href, page)
            .filter(WebUrl::web)
            .filter(it -> !it.origin().equals(page.origin()) || !it.path().equals(page.path()));
  }
}
