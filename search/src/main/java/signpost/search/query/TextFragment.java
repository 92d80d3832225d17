package signpost.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.search.index.StrangersText;

/** A run of text; {@code hit} where it answers the query. */
public record TextFragment(String text, boolean hit) {
  static final char BEGIN = '\uE000';
  static final char END = '\uE001';

  private static final int MOST = 2_000;

  /** As any face may show them: strangers' words cleaned, and all together not endless. */
  static List<TextFragment> shown(List<TextFragment> pieces) {
    List<TextFragment> shown = new ArrayList<>();
    int room = MOST;
    for (TextFragment piece : pieces) {
      String text = StrangersText.whole(piece.text());
      if (text.length() >= room) {
        shown.add(new TextFragment(StrangersText.brief(text, room), piece.hit()));
        break;
      }
      shown.add(new TextFragment(text, piece.hit()));
      room -= text.length();
    }
    return List.copyOf(shown);
  }

  /** A stranger's text in which our marks are no marks. */
  static String unmarked(String text) {
    return text.replace(BEGIN, ' ').replace(END, ' ');
  }

  /** Text without any hit in it. */
  static List<TextFragment> plain(String text) {
    return text.isEmpty() ? List.of() : List.of(new TextFragment(text, false));
  }

  /** Reads text in which hits stand between {@link #BEGIN} and {@link #END}. */
  static List<TextFragment> marked(String text) {
    List<TextFragment> pieces = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == BEGIN || at == END) {
        flush(pieces, run, at == END);
      } else {
        run.append(at);
      }
    }
    flush(pieces, run, false);
    return pieces;
  }

  /** The text alone. */
  public static String text(List<TextFragment> pieces) {
    return pieces.stream().map(TextFragment::text).collect(Collectors.joining());
  }

  private static void flush(List<TextFragment> pieces, StringBuilder run, boolean hit) {
    if (!run.isEmpty()) {
      pieces.add(new TextFragment(run.toString(), hit));
      run.setLength(0);
    }
  }
}
