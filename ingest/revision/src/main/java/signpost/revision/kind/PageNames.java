package signpost.revision.kind;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.revision.compare.ChangeSigns;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLine;

/** What a page is called and what it is about. */
final class PageNames {
  /** What a site adds to its titles: few words, and no figures, which would tell editions apart. */
  private static final Pattern SITE = Pattern.compile("(?: [|·–—-] | :: )([^\\d|]{2,60})");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{5,}");
  private static final Pattern TITLE_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{3,}");

  /** Words that titles of all sorts share. */
  private static final Set<String> COMMON =
      Set.of("and", "for", "the", "your", "with", "from", "guide", "page", "home", "guidance");

  /** Below this two texts have little in common but the language. */
  private static final double STRANGE = 0.2;

  private static final double RELATED = 0.5;

  private PageNames() {}

  /** Whether two titles name the same page, with or without the name of its site. */
  static boolean same(String before, String after) {
    String shorter = before.length() <= after.length() ? before : after;
    String longer = shorter.equals(before) ? after : before;
    if (ChangeSigns.cosmetic(before, after)) {
      return true;
    }
    if (shorter.isBlank() || !longer.startsWith(shorter)) {
      return false;
    }
    Matcher site = SITE.matcher(longer).region(shorter.length(), longer.length());
    return site.matches();
  }

  /**
   * Whether a page is about something else now.
   *
   * @param share of its text that changed, 0 to 1
   */
  static boolean anotherSubject(ComparablePage before, ComparablePage after, double share) {
    if (share <= RELATED) {
      return false;
    }
    double alike = alike(words(before), words(after));
    boolean renamed =
        !same(before.title(), after.title())
            && alike(titleWords(before.title()), titleWords(after.title())) < RELATED;
    return renamed ? alike < RELATED : share > 0.8 && alike < STRANGE;
  }

  private static Set<String> words(ComparablePage reading) {
    return found(WORD, reading.lines().stream().map(TextLine::text).toList());
  }

  private static Set<String> titleWords(String title) {
    Set<String> words = found(TITLE_WORD, List.of(title));
    words.removeAll(COMMON);
    return words;
  }

  private static Set<String> found(Pattern pattern, List<String> texts) {
    Set<String> words = new HashSet<>();
    for (String text : texts) {
      Matcher word = pattern.matcher(text.toLowerCase(Locale.UK));
      while (word.find()) {
        words.add(word.group());
      }
    }
    return words;
  }

  /** Sørensen and Dice's coefficient, 0 to 1. */
  private static double alike(Set<String> one, Set<String> other) {
    long common = one.stream().filter(other::contains).count();
    return one.isEmpty() && other.isEmpty() ? 0 : 2.0 * common / (one.size() + other.size());
  }
}
