package signpost.search.index;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.events.Sha256;

/**
 * What of a page is made into its vector: title, lead and about the first three hundred words,
 * which is what the model reads at once. The key is another when the words or the model are.
 */
public record EmbeddingPassage(String text, String key) {
  /** The model the vectors come from; another one makes every key another. */
  public static final String MODEL = "bge-small-en-v1.5-q";

  /** Numbers in a vector, which has length one. */
  public static final int DIMENSIONS = 384;

  /**
   * In nDCG@10 by words and meaning on Cranfield and MED: 0.438 and 0.813 with 100, 0.450 and 0.816
   * with 200, 0.447 and 0.823 with 350 (a simulation, see the RATIONALE of {@code
   * signpost.search.rank}).
   */
  private static final int WORDS = 300;

  private static final int MAX_CHARS = 2_500;
  private static final int KEY_DIGITS = 24;

  /** A passage as it is. */
  static EmbeddingPassage of(String text) {
    return new EmbeddingPassage(text, Sha256.of(MODEL + "\n" + text).substring(0, KEY_DIGITS));
  }

  /** Empty for what the model cannot read: it knows English alone. */
  static Optional<EmbeddingPassage> of(JoinedPage page) {
    if (page.type() != RecordType.RESOURCE || !isEnglish(page)) {
      return Optional.empty();
    }
    String told =
        page.page()
            .map(EmbeddingPassage::read)
            .orElseGet(() ->
                page.placements().stream()
                    .map(PlacementRef::section)
                    .distinct()
                    .collect(Collectors.joining("\n")));
    return Optional.of(of(cut(page.name().map(it -> it + "\n").orElse("") + told)));
  }

  private static String read(PageRead page) {
    String text = first(page.text());
    return text.startsWith(page.lead()) ? text : page.lead() + "\n" + text;
  }

  private static boolean isEnglish(JoinedPage page) {
    return page.page()
        .flatMap(PageRead::language)
        .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
        .filter(tag -> !tag.isEmpty())
        .map(tag -> tag.startsWith("en"))
        .orElse(true);
  }

  private static String first(String text) {
    int words = 0;
    int at = 0;
    while (at < text.length() && words < WORDS) {
      int space = text.indexOf(' ', at);
      at = space < 0 ? text.length() : space + 1;
      words++;
    }
    return text.substring(0, at).strip();
  }

  private static String cut(String text) {
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
  }
}
