package signpost.tools.repair;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.tools.check.LinePositions;
import signpost.tools.check.MarkdownSpots;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;

/** The addresses of a Markdown file; what stands in its front matter is no link. */
final class MarkdownFile {
  private static final Pattern FRONT =
      Pattern.compile("\\A(---|\\+\\+\\+)[ \\t]*\\r?\\n(?s:.*?)\\n\\1[ \\t]*(?:\\r?\\n|\\z)");

  private MarkdownFile() {}

  /**
   * @param page where the page made from it is; else relative links mean nothing
   */
  static void collect(String markdown, Optional<WebUrl> page, RepairCollector collector) {
    String prose = MarkdownSpots.prose(markdown);
    LinePositions positions = LinePositions.in(markdown);
    Matcher front = FRONT.matcher(markdown);
    int body = front.find() ? front.end() : 0;
    var rest = new StringBuilder(prose);
    for (MarkdownSpots.MarkdownSpot it : MarkdownSpots.in(prose)) {
      AddressUse use = it.from() < body ? AddressUse.ELSEWHERE : use(it);
      Optional<WebUrl> url =
          page.map(known -> known.resolve(it.href())).orElseGet(() -> WebUrl.parse(it.href()));
      if (use == AddressUse.SHOWN) {
        continue;
      }
      MarkdownSpots.blank(rest, it.from(), it.to());
      if (url.isPresent() && url.get().web()) {
        FilePlace place =
            new FilePlace.InText(positions.line(it.from()), positions.column(it.from()));
        String what = it.from() < body ? "the front matter" : what(it);
        var range = new PartRange("", it.from(), it.to());
        collector.add(
            new AddressSpot(
                use, range, url.get(), what, PlainOutput.line(it.words(), 80), "", place));
      }
    }
    collector.shown(
        "",
        rest.toString(),
        new PartRange("", 0, rest.length()),
        at -> new FilePlace.InText(positions.line(at), positions.column(at)));
  }

  private static AddressUse use(MarkdownSpots.MarkdownSpot spot) {
    return switch (spot.kind()) {
      case LINK, DEFINITION -> AddressUse.MARKDOWN;
      case ANGLES -> AddressUse.ANGLES;
      case BARE -> AddressUse.BARE;
      case WORDS -> AddressUse.SHOWN;
      case IMAGE -> AddressUse.ELSEWHERE;
      case HTML ->
          spot.element().equals("a") || spot.element().equals("area")
              ? AddressUse.MARKUP
              : AddressUse.ELSEWHERE;
    };
  }

  private static String what(MarkdownSpots.MarkdownSpot spot) {
    return switch (spot.kind()) {
      case LINK, DEFINITION, ANGLES, BARE, WORDS -> "";
      case IMAGE -> "an image";
      case HTML -> "<" + spot.element() + ">";
    };
  }
}
