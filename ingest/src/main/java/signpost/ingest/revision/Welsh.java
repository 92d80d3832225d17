package signpost.ingest.revision;

import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.ingest.extract.Block;
import signpost.ingest.extract.ReadablePage;
import signpost.ingest.revision.Reading.Line;

/**
 * Tells Welsh from English by the small words that no sentence does without. Words that both
 * languages have ("a", "i", "am") tell nothing.
 */
final class Welsh {
  private static final int ENOUGH = 20_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Set<String> WELSH =
      Set.of(
          ("ac ag ar at bod bydd byddwn cael chi cyfer cyn dan dros drwy dylech eich ein eu fel gael"
                  + " gall gallwch gan gennych gofal gwasanaeth gwybodaeth gyda gyfer hefyd heb hon"
                  + " hwn hyn mae mewn neu nid ni o oes oherwydd ond os pan pob pobl rhwng rydych"
                  + " rydym sut sy sydd wedi wrth y ydy ydych ym yn yng yr yw ynghylch ynglŷn")
              .split(" "));
  private static final Set<String> ENGLISH =
      Set.of(
          ("about all and any are as be been but by can do for from has have help how if in is it may"
                  + " more no not of on or our should that the their they this to was we what when"
                  + " who will with you your")
              .split(" "));

  private Welsh() {}

  /** Whether one block of text is in Welsh. */
  static boolean is(String text) {
    return balance(text) > 0;
  }

  /** Whether a page says that it is in Welsh, or is. */
  static boolean is(ReadablePage page) {
    return page.language().filter(tag -> tag.toLowerCase(Locale.ROOT).startsWith("cy")).isPresent()
        || mostly(page.blocks().stream().map(Block::text));
  }

  /** Whether more of what a page says is in Welsh than in English. */
  static boolean is(Reading reading) {
    return mostly(reading.lines().stream().map(Line::text));
  }

  /** By the first blocks. */
  private static boolean mostly(Stream<String> blocks) {
    int balance = 0;
    int read = 0;
    Iterator<String> each = blocks.iterator();
    while (each.hasNext() && read < ENOUGH) {
      String block = each.next();
      balance += balance(block);
      read += block.length();
    }
    return balance > 0;
  }

  private static int balance(String text) {
    int balance = 0;
    Matcher word = WORD.matcher(text.toLowerCase(Locale.UK));
    while (word.find()) {
      balance += WELSH.contains(word.group()) ? 1 : ENGLISH.contains(word.group()) ? -1 : 0;
    }
    return balance;
  }
}
