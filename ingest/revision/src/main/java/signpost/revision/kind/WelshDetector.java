package signpost.revision.kind;

import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;

/**
 * Tells Welsh from English by the small words that no sentence does without. Words that both
 * languages have ("a", "i", "am") tell nothing.
 */
public final class WelshDetector {
  private static final int ENOUGH = 20_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> WELSH =
      Set.of(
          ("ac ag ar bydd byddwn cael chi cyfer drwy dylech eich ein eu fel gael gallwch gan gennych"
                  + " gofal gwasanaeth gwybodaeth gyda gyfer hefyd heb hwn hyn mae mewn neu nid oes"
                  + " oherwydd ond pobl rhwng rydych rydym sut sy sydd wedi wrth y ydy ydych ym yn"
                  + " yng ynghylch ynglŷn yr yw")
              .split(" ", -1));
  private static final Set<String> ENGLISH =
      Set.of(
          ("about all and any are as be been but by can do for from has have help how if in is it may"
                  + " more no not of on or our should that the their they this to was we what when"
                  + " who will with you your at between there them than then")
              .split(" ", -1));

  /** Fewer small words prove nothing: "Coed y Brenin, near Bont yr Afon" is two names. */
  private static final int PROOF = 3;

  /** A text is in a language if at least one word in this many is one of its small words. */
  private static final int EACH = 8;

  private WelshDetector() {}

  /** Whether one block of text is in Welsh. */
  public static boolean is(String text) {
    return count(text).isWelsh();
  }

  /** Whether a page says that it is in Welsh, or is. */
  public static boolean is(ReadablePage page) {
    return page.language().filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith("cy")).isPresent()
        || mostly(page.blocks().stream().map(TextBlock::text));
  }

  /** Whether more of what a page says is in Welsh than in English. */
  public static boolean is(ComparablePage reading) {
    return mostly(reading.lines().stream().map(TextLine::text));
  }

  /** Whether a page's words are in one of the two languages beyond doubt, and in which. */
  static Optional<String> spoken(ReadablePage page) {
    return spoken(page.blocks().stream().map(TextBlock::text));
  }

  /** The same of a reading that was kept. */
  static Optional<String> spoken(ComparablePage reading) {
    return spoken(reading.lines().stream().map(TextLine::text));
  }

  private static Optional<String> spoken(Stream<String> blocks) {
    LanguageCounts count = counted(blocks);
    if (count.isWelsh()) {
      return Optional.of("cy");
    }
    return count.isEnglish() ? Optional.of("en") : Optional.empty();
  }

  private static boolean mostly(Stream<String> blocks) {
    return counted(blocks).isWelsh();
  }

  /** By the first blocks. */
  private static LanguageCounts counted(Stream<String> blocks) {
    LanguageCounts count = new LanguageCounts(0, 0, 0);
    int read = 0;
    Iterator<String> each = blocks.iterator();
    while (each.hasNext() && read < ENOUGH) {
      String block = each.next();
      count = count.and(count(block));
      read += block.length();
    }
    return count;
  }

  private record LanguageCounts(int welsh, int english, int words) {
    LanguageCounts and(LanguageCounts other) {
      return new LanguageCounts(welsh + other.welsh, english + other.english, words + other.words);
    }

    boolean isWelsh() {
      return welsh >= PROOF && welsh > english && welsh * EACH >= words;
    }

    boolean isEnglish() {
      return english >= PROOF && english > welsh && english * EACH >= words;
    }
  }

  private static LanguageCounts count(String text) {
    int welsh = 0;
    int english = 0;
    int words = 0;
    Matcher word =
        WORD.matcher(text.substring(0, Math.min(ENOUGH, text.length())).toLowerCase(Locale.UK));
    while (word.find()) {
      welsh += WELSH.contains(word.group()) ? 1 : 0;
      english += ENGLISH.contains(word.group()) ? 1 : 0;
      words++;
    }
    return new LanguageCounts(welsh, english, words);
  }
}
