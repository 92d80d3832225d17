package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads plain text: paragraphs are what blank lines part. */
final class PlainText {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R\\s*");
  private static final int MOST = 20_000;

  private PlainText() {}

  static ReadOutcome read(byte[] bytes, Optional<String> contentType) {
    List<Block> blocks = new ArrayList<>();
    for (String part : BLANK_LINE.split(Charsets.decode(bytes, contentType), MOST)) {
      String text = Text.oneLine(part);
      if (!text.isEmpty()) {
        blocks.add(Block.paragraph(text));
      }
    }
    if (blocks.isEmpty()) {
      return new ReadOutcome.Unreadable(ReadOutcome.Reason.EMPTY, "no text");
    }
    return new ReadOutcome.Read(
        new ReadablePage(
            Text.cut(blocks.getFirst().text(), 120),
            Lead.opening(blocks),
            Optional.empty(),
            blocks,
            List.of(),
            List.of(),
            StatedDates.in(blocks),
            List.of(),
            MediaKind.TEXT,
            1));
  }
}
