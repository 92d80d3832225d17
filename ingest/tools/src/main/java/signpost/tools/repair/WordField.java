package signpost.tools.repair;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;
import signpost.web.extract.HtmlTags;

/** A field of a Word document as {@code HYPERLINK "https://…" \l "place"}, perhaps in pieces. */
final class WordField {
  private static final String QUOTE = "(?:\"|&quot;|&#34;|&#x22;)";
  private static final Pattern LINK =
      Pattern.compile(
          "(?i)^\\s*HYPERLINK\\s+(?:" + QUOTE + "(.*?)" + QUOTE + "|((?!&quot;)[^\\s\\\\\"]\\S*))");
  private static final Pattern ANCHOR = Pattern.compile("(?i)\\\\l\\s+" + QUOTE + "(.*?)" + QUOTE);
  private static final int WORDS = 200;

  private final List<PartRange> pieces = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private boolean shown;

  void piece(int from, int to) {
    if (!shown) {
      pieces.add(new PartRange("", from, to));
    }
  }

  /** From here on it is what people read. */
  void shown() {
    shown = true;
  }

  void shows(String text) {
    if (shown && words.length() < WORDS) {
      words.append(text);
    }
  }

  /** Whether it stands in one piece. */
  boolean whole() {
    return pieces.size() == 1;
  }

  /** The link it is, if it is one. */
  Optional<AddressSpot> spot(String xml, String part, FilePlace place) {
    StringBuilder code = new StringBuilder();
    pieces.forEach(it -> code.append(xml, it.from(), it.to()));
    Matcher link = LINK.matcher(code);
    if (!link.find()) {
      return Optional.empty();
    }
    int group = link.group(1) == null ? 2 : 1;
    String target = HtmlTags.unescaped(link.group(group), true);
    Matcher anchor = ANCHOR.matcher(code);
    String kept = anchor.find(link.end()) ? HtmlTags.unescaped(anchor.group(1), true) : "";
    String fragment = kept.isEmpty() || target.contains("#") ? "" : "#" + kept;
    Optional<WebUrl> url = WebUrl.parse(target + fragment).filter(WebUrl::web);
    Optional<PartRange> range = range(part, link.start(group), link.end(group));
    return url.map(it ->
        new AddressSpot(
            range.isPresent() ? AddressUse.FIELD : AddressUse.SPLIT,
            range.orElse(new PartRange(part, -1, -1)),
            it,
            "",
            PlainOutput.line(words, 80),
            kept,
            place));
  }

  /** Where it stands in the text of the part, if within one piece. */
  private Optional<PartRange> range(String part, int from, int to) {
    int before = 0;
    for (PartRange piece : pieces) {
      int length = piece.to() - piece.from();
      if (from >= before && to <= before + length) {
        int offset = piece.from() - before;
        return Optional.of(new PartRange(part, offset + from, offset + to));
      }
      before += length;
    }
    return Optional.empty();
  }
}
