package signpost.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import signpost.search.index.StrangersText;

/** A run of text; {@code hit} where it answers the query. */
public record Piece(String text, boolean hit) {
  static final char BEGIN = '\uE000';
  static final char END = '\uE001';

  private static final int MOST = 2_000;

  /** As any face may show them: strangers' words cleaned, and all together not endless. */
  static List<Piece> shown(List<Piece> pieces) {
    List<Piece> shown = new ArrayList<>();
    int room = MOST;
    for (Piece piece : pieces) {
      String text = StrangersText.whole(piece.text());
      if (text.length() >= room) {
        shown.add(new Piece(StrangersText.brief(text, room), piece.hit()));
        break;
      }
      shown.add(new Piece(text, piece.hit()));
      room -= text.length();
    }
    return List.copyOf(shown);
  }

  /** A stranger's text in which our marks are no marks. */
  static String unmarked(String text) {
    return text.replace(BEGIN, ' ').replace(END, ' ');
  }

  /** Text without any hit in it. */
  static List<Piece> plain(String text) {
    return text.isEmpty() ? List.of() : List.of(new Piece(text, false));
  }

  /** Reads text in which hits stand between {@link #BEGIN} and {@link #END}. */
  static List<Piece> marked(String text) {
    List<Piece> pieces = new ArrayList<>();
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
  public static String text(List<Piece> pieces) {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  private static void flush(List<Piece> pieces, StringBuilder run, boolean hit) {
    if (!run.isEmpty()) {
      pieces.add(new Piece(run.toString(), hit));
      run.setLength(0);
    }
  }
}
