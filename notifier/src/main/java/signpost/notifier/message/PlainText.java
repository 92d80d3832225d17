package signpost.notifier.message;

import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;

/** Blocks as plain text, lines of at most 76 characters where words allow. */
final class PlainText {
  private static final int WIDTH = 76;

  private PlainText() {}

  static String of(List<MessageBlock> blocks) {
    StringBuilder out = new StringBuilder();
    for (MessageBlock block : blocks) {
      switch (block) {
        case MessageBlock.Paragraph p -> wrap(out, "", p.text());
        case MessageBlock.Heading h ->
            out.append(h.text()).append('\n').append("-".repeat(40)).append('\n');
        case MessageBlock.LinesBlock lines -> lines.lines().forEach(line -> line(out, line));
        case MessageBlock.FindingBlock item -> item(out, item);
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static void line(StringBuilder out, MessageBlock.BlockLine line) {
    wrap(out, "  ", "- " + line.text());
    line.url().ifPresent(url -> out.append("    ").append(url).append('\n'));
  }

  private static void item(StringBuilder out, MessageBlock.FindingBlock item) {
    wrap(out, "", "* " + item.title());
    item.facts().forEach(fact -> wrap(out, "  ", fact.label() + ": " + fact.text()));
    item.hunks().forEach(hunk -> wrap(out, "  ", words(hunk)));
    out.append("  More: ").append(item.pageUrl()).append('\n');
    item.answer().ifPresent(url -> out.append("  Answer: ").append(url).append('\n'));
  }

  /** Taken out and put in are marked with words, not with colour or signs alone. */
  private static String words(Hunk hunk) {
    StringBuilder out = new StringBuilder(MessageWords.place(hunk.kind()));
    for (Segment segment : hunk.segments()) {
      String text = CleanText.isolated(CleanText.line(segment.text(), 600));
      switch (segment.kind()) {
        case EQUAL -> out.append(text).append(' ');
        case DELETE -> out.append("[taken out: ").append(text).append("] ");
        case INSERT -> out.append("[put in: ").append(text).append("] ");
      }
    }
    String heading = CleanText.line(hunk.heading(), 120);
    return (heading.isEmpty() ? "" : "Under “" + heading + "”: ") + out.toString().strip();
  }

  private static void wrap(StringBuilder out, String indent, String text) {
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > WIDTH) {
        out.append('\n');
        column = 0;
      }
      if (column == 0) {
        out.append(indent);
        column = indent.length();
      } else {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
  }
}
