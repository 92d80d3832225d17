package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/** Tells which link of a notice leads to what took the page's place. */
final class NoticeSuccessor {
  /** "Replaced by", "in its place": what such a sentence links to took the page's place. */
  private static final Pattern IN_ITS_PLACE =
      Pattern.compile(
          "(?i)\\b(?:replaced|superseded|instead|in (?:its|their) place|moved to"
              + "|(?:new|newer|latest|current|updated|revised) (?:version|edition|guidance|guide|page"
              + "|advice|information|publication|document)s?"
              + "|[dt]?d?isodl\\w*|cymryd (?:ei |eu )?lle|yn (?:ei|eu) lle|fersiwn\\b)");

  private static final Pattern GO_THERE =
      Pattern.compile("(?i)\\b(?:see|read|use|visit|go to|find|gweler|ewch i|darllenwch)\\b");

  /** Where national archives and the Internet Archive keep pages. */
  private static final Pattern WEB_ARCHIVE =
      Pattern.compile(
          "(?i)^https?://(?:webarchive\\.|web\\.archive\\.org/|[^/]*\\.mirrorweb\\.com/)");

  private final LinkResolver links;

  NoticeSuccessor(LinkResolver links) {
    this.links = links;
  }

  /** Whether words or links send readers to another page, and not to a form or a telephone. */
  static boolean sendsOn(String text, List<BlockWalk.RawLink> links) {
    return IN_ITS_PLACE.matcher(text).find()
        || GO_THERE.matcher(text).find()
        || links.stream().anyMatch(NoticeSuccessor::isKept);
  }

  static boolean isSpokenOf(String sentence) {
    return IN_ITS_PLACE.matcher(sentence).find();
  }

  /**
   * The link whose words the sentence has; else the only one; else the first in a sentence that
   * speaks of a successor; else the one to a web archive; else the first that people are sent to.
   *
   * @param near the links that may be it
   * @param text all that the notice says
   */
  Optional<WebUrl> among(List<BlockWalk.RawLink> near, String sentence, String text) {
    List<BlockWalk.RawLink> leading =
        near.stream().filter(link -> links.resolve(link.href()).isPresent()).toList();
    return wordsIn(leading, sentence)
        .or(() -> leading.size() == 1 ? Optional.of(leading.getFirst()) : Optional.empty())
        .or(() -> spokenOf(leading, text, IN_ITS_PLACE))
        .or(() -> leading.stream().filter(NoticeSuccessor::isKept).findFirst())
        .or(() -> spokenOf(leading, text, GO_THERE))
        .flatMap(link -> links.resolve(link.href()));
  }

  /** The first link whose words the sentence has. */
  Optional<WebUrl> named(List<BlockWalk.RawLink> near, String sentence) {
    return wordsIn(near, sentence).flatMap(link -> links.resolve(link.href()));
  }

  private static Optional<BlockWalk.RawLink> wordsIn(
      List<BlockWalk.RawLink> near, String sentence) {
    return near.stream()
        .filter(link -> link.text().length() > 3 && sentence.contains(link.text()))
        .findFirst();
  }

  private static boolean isKept(BlockWalk.RawLink link) {
    return WEB_ARCHIVE.matcher(link.href()).find();
  }

  private static Optional<BlockWalk.RawLink> spokenOf(
      List<BlockWalk.RawLink> near, String text, Pattern successor) {
    return NoticeWords.sentences(text)
        .filter(sentence -> successor.matcher(sentence).find())
        .flatMap(sentence -> wordsIn(near, sentence).stream())
        .findFirst();
  }
}
