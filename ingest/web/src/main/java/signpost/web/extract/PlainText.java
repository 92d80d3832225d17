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
    List<TextBlock> blocks = new ArrayList<>();
    for (String part : BLANK_LINE.split(CharsetDetector.decode(bytes, contentType), MOST)) {
      String text = ReadableText.oneLine(part);
      if (!text.isEmpty()) {
        blocks.add(TextBlock.paragraph(text));
      }
    }
    if (blocks.isEmpty()) {
      return new ReadOutcome.Unreadable(ReadOutcome.UnreadableReason.EMPTY, "no text");
    }
    return new ReadOutcome.Read(
        new ReadablePage(
            ReadableText.cut(blocks.getFirst().text(), 120),
            LeadParagraph.opening(blocks),
            Optional.empty(),
            blocks,
            List.of(),
            List.of(),
            StatedDates.in(blocks),
            List.of(),
            MediaKind.TEXT,
            1,
            UnreadLines.NONE));
  }
}
