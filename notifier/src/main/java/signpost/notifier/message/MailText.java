package signpost.notifier.message;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import signpost.events.MarkedWords;
import signpost.events.ShownHunk;

/** Blocks as plain text, lines of at most 76 characters where words allow. */
final class MailText {
  /** Characters of a run of words that changed. */
  static final int MOST_WORDS = 600;

  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Plain,
          MailText.class.getClassLoader(),
          MailText.class.getPackageName());

  private static final int WIDTH = 76;

  private MailText() {}

  static String of(List<MessageBlock> blocks) {
    StringOutput out = new StringOutput(2048);
    TEMPLATES.render("plain.jte", Map.of("blocks", blocks), out);
    return out.toString();
  }

  /** What happened to a place, where, and its words. */
  static String words(ShownHunk hunk) {
    StringBuilder text = new StringBuilder(hunk.labelUnder(heading(hunk))).append(": ");
    MarkedWords.write(
        hunk.words(),
        MarkedWords.MarkLook.PLAIN,
        text::append,
        it -> text.append(CleanText.isolated(CleanText.within(it, MOST_WORDS))));
    return text.toString().replaceAll(" {2,}", " ").strip();
  }

  static String heading(ShownHunk hunk) {
    return CleanText.line(hunk.hunk().heading(), 120);
  }

  /** The same text in lines. */
  static String wrapped(String indent, String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
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
    return out.toString();
  }
}
