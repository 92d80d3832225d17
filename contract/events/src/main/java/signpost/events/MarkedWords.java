package signpost.events;

import java.util.List;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;

/**
 * Writes changed words with their marks: for pages, mails and the command line alike. That words
 * were taken out or put in is always said in words too, for whoever sees no colours or hears the
 * text.
 */
public final class MarkedWords {
  private MarkedWords() {}

  /** Where they are written to. */
  public interface MarkOutput {
    /** Takes markup of ours as it is. */
    void ours(String markup);

    /** Takes a stranger's words, which are escaped as the form asks. */
    void theirs(String words);
  }

  /**
   * What stands around words of one kind.
   *
   * @param opens before them
   * @param closes behind them
   */
  public record WordMarks(String opens, String closes) {}

  /**
   * How marks look in one place.
   *
   * @param apart whether everybody reads the marks, so that they need room around them
   */
  public record MarkLook(WordMarks takenOut, WordMarks putIn, boolean apart) {
    /** In plain text: {@code [taken out: old] [put in: new]}. */
    public static final MarkLook PLAIN =
        new MarkLook(new WordMarks("[taken out: ", "]"), new WordMarks("[put in: ", "]"), true);

    /**
     * In HTML, for eyes by the look of {@code del} and {@code ins}; {@code heard} hides a class.
     */
    public static MarkLook heard(String heard) {
      String opens = "<span class=\"" + heard + "\"> [";
      String closes = "</bdi><span class=\"" + heard + "\">] </span>";
      return new MarkLook(
          new WordMarks("<del>" + opens + "taken out: </span><bdi>", closes + "</del>"),
          new WordMarks("<ins>" + opens + "put in: </span><bdi>", closes + "</ins>"),
          false);
    }

    /** In HTML without style sheets: the marks are read, and stand on a colour. */
    public static MarkLook coloured(String takenOut, String putIn) {
      return new MarkLook(
          new WordMarks(
              "<del style=\"background:" + takenOut + ";\">[taken out: <bdi>", "</bdi>]</del>"),
          new WordMarks("<ins style=\"background:" + putIn + ";\">[put in: <bdi>", "</bdi>]</ins>"),
          true);
    }
  }

  /** Writes all of the words in their order. */
  public static void write(List<Segment> words, MarkLook look, MarkOutput out) {
    for (int i = 0; i < words.size(); i++) {
      Segment segment = words.get(i);
      if (i > 0 && look.apart() && touch(words.get(i - 1), segment)) {
        out.ours(" ");
      }
      switch (segment.kind()) {
        case EQUAL -> out.theirs(segment.text());
        case DELETE -> marked(segment, look.takenOut(), out);
        case INSERT -> marked(segment, look.putIn(), out);
      }
    }
  }

  private static void marked(Segment segment, WordMarks marks, MarkOutput out) {
    out.ours(marks.opens());
    out.theirs(segment.text());
    out.ours(marks.closes());
  }

  /** Whether nothing stands between a mark and what is beside it. */
  private static boolean touch(Segment before, Segment after) {
    boolean ends = before.kind() != SegmentKind.EQUAL || endsInWord(before.text());
    boolean begins = after.kind() != SegmentKind.EQUAL || beginsWithWord(after.text());
    return ends && begins;
  }

  private static boolean endsInWord(String text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
  }

  private static boolean beginsWithWord(String text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.codePointAt(0));
  }

  /** All of the words as one text. */
  public static String plain(List<Segment> words, MarkLook look) {
    StringBuilder text = new StringBuilder();
    write(
        words,
        look,
        new MarkOutput() {
          @Override
          public void ours(String markup) {
            text.append(markup);
          }

          @Override
          public void theirs(String words) {
            text.append(words);
          }
        });
    return text.toString();
  }
}
