package signpost.events;

import java.util.List;
import java.util.function.Consumer;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;

/**
 * Writes changed words with their marks: for pages, mails and the command line alike. That words
 * were taken out or put in is always said in words too, for whoever sees no colours or hears the
 * text.
 */
public final class MarkedWords {
  private MarkedWords() {}

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

  /**
   * Writes all of the words in their order.
   *
   * @param ours takes markup of ours as it is
   * @param theirs takes a stranger's words, which are escaped as the form asks
   */
  public static void write(
      List<Segment> words, MarkLook look, Consumer<String> ours, Consumer<String> theirs) {
    for (int i = 0; i < words.size(); i++) {
      Segment segment = words.get(i);
      if (i > 0 && look.apart() && touch(words.get(i - 1), segment)) {
        ours.accept(" ");
      }
      switch (segment.kind()) {
        case EQUAL -> theirs.accept(segment.text());
        case DELETE -> marked(segment, look.takenOut(), ours, theirs);
        case INSERT -> marked(segment, look.putIn(), ours, theirs);
      }
    }
  }

  private static void marked(
      Segment segment, WordMarks marks, Consumer<String> ours, Consumer<String> theirs) {
    ours.accept(marks.opens());
    theirs.accept(segment.text());
    ours.accept(marks.closes());
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
    write(words, look, text::append, text::append);
    return text.toString();
  }
}
