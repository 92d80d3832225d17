package signpost.web.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.web.document.DocumentPiece.PieceKind;

/** Whether the title that a file states can be believed: programs put file names there. */
final class StatedTitle {
  private static final int LONGEST = 300;
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)(?:microsoft |ms )?(?:word|excel|power ?point|publisher|office)(?: document)? ?-.*"
              + "|(?:untitled|unbenannt|ohne titel|sans titre|sin t[íi]tulo|dideitl)\\b.*"
              + "|no ?(?:title|name)(?: given)?|(?:xe|la|lua|pdf)?tex output.*|none|null|title|titel|document ?\\d*|doc ?\\d*|(?:new )?document"
              + "|power ?point[ -]presentation|presentation ?\\d*|slide ?\\d*|folie ?\\d*"
              + "|(?:page|layout|template|print|cover|draft|book|microsoft word)[ _-]?\\d*"
              + "|(?:file|https?):.*|[a-z]:\\\\.*|/(?:home|users|tmp)/.*"
              + "|.*\\.(?:docx?|dotx?|docm|indd?|qxd|qxp|pdf|ps|eps|ai|psd|pub|pptx?|ppsx?|xlsx?|odt"
              + "|odp|ott|rtf|txt|html?|xml|tex|dvi|md|epub|fm|wpd|p65|pmd|cdr|jpe?g|png|tiff?)");

  private StatedTitle() {}

  /** The stated title where it can be believed, else the first heading, else the first words. */
  static String of(String stated, List<DocumentPiece> pieces) {
    return believed(stated)
        .or(() -> first(pieces, true))
        .or(() -> first(pieces, false))
        .map(StatedTitle::cut)
        .orElse("");
  }

  /** A stated title that is no file's name, nor what a program writes by itself. */
  static Optional<String> believed(String stated) {
    String title = stated.replaceAll("[\\s\\u00a0\\p{Cc}]+", " ").strip();
    return title.length() < 3 || NO_TITLE.matcher(title).matches() || isFileName(title)
        ? Optional.empty()
        : Optional.of(cut(title));
  }

  /** {@code ABS_Insight-4_final}: in one word, with what stands for blanks. */
  private static boolean isFileName(String title) {
    if (title.indexOf(' ') >= 0) {
      return false;
    }
    boolean digit = title.chars().anyMatch(Character::isDigit);
    return title.indexOf('_') >= 0
        || title.chars().noneMatch(Character::isLetter)
        || (digit && title.indexOf('-') >= 0)
        || title.chars().filter(c -> c == '-').count() > 2;
  }

  private static Optional<String> first(List<DocumentPiece> pieces, boolean headings) {
    return pieces.stream()
        .filter(
            it -> it.kind() != PieceKind.MARGIN && (!headings || it.kind() == PieceKind.HEADING))
        .map(it -> it.text().replace('\t', ' ').strip())
        .filter(it -> it.length() > (headings ? 1 : 0))
        .findFirst();
  }

  static String cut(String title) {
    return title.length() <= LONGEST ? title : title.substring(0, LONGEST).strip() + "…";
  }
}
