package signpost.revision.noise;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.web.extract.MediaKind;

/**
 * Recognises a truncated page: it holds less than 40 % of the page's text, or of its text outside
 * links, or it breaks off in the middle. The cause is our failure, a broken answer or a page of
 * menus only, and not a change.
 */
final class TruncatedPage {
  private static final int SAYS_SOMETHING = 300;
  private static final int PROSE = 150;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private TruncatedPage() {}

  /**
   * Returns whether a reading is truncated. A page with another title and enough text is another
   * page, and a document is always read as a whole.
   */
  static boolean is(ComparablePage seen, ComparablePage told) {
    if (seen.media() != MediaKind.HTML || keepsNearlyAll(seen, told)) {
      return false;
    }
    long length = length(seen.lines());
    boolean another = !seen.title().equalsIgnoreCase(told.title()) && length >= SAYS_SOMETHING;
    return !another
        && (isSmall(length, length(told.lines()))
            || lacksProse(seen, told)
            || breaksOff(seen, told));
  }

  /** Whether a page ends where half of it is still to come, and all before it is there. */
  private static boolean breaksOff(ComparablePage seen, ComparablePage told) {
    Set<TextLine> now = new HashSet<>(seen.lines());
    List<TextLine> lines = told.lines();
    int end = lines.size();
    while (end > 0 && !now.contains(lines.get(end - 1))) {
      end--;
    }
    long begun = length(lines.subList(0, end));
    long kept = length(lines.subList(0, end).stream().filter(now::contains).toList());
    return 2 * begun <= length(lines)
        && kept * 10 >= begun * 9
        && 10 * length(seen.lines()) <= 11 * begun;
  }

  private static boolean isSmall(long seen, long told) {
    return seen * 5 < told * 2;
  }

  /** Checks cheaply for the usual case: nearly all lines are still there. */
  private static boolean keepsNearlyAll(ComparablePage seen, ComparablePage told) {
    Set<TextLine> now = new HashSet<>(seen.lines());
    List<TextLine> kept = told.lines().stream().filter(now::contains).toList();
    return length(kept) * 10 >= length(told.lines()) * 9;
  }

  private static boolean lacksProse(ComparablePage seen, ComparablePage told) {
    long prose = prose(told);
    return prose >= PROSE && isSmall(prose(seen), prose);
  }

  /** How much stands in lines that are more than the words of links. */
  private static long prose(ComparablePage page) {
    Set<String> linked = new HashSet<>();
    page.links().forEach(link -> linked.addAll(words(link.text())));
    return length(
        page.lines().stream().filter(line -> !linked.containsAll(words(line.text()))).toList());
  }

  private static long length(List<TextLine> lines) {
    return lines.stream().mapToLong(line -> line.text().length() + 1).sum();
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }
}
