package signpost.revision.kind;

import java.util.Locale;
import java.util.Optional;
import signpost.revision.compare.ComparablePage;
import signpost.web.extract.ReadablePage;

/**
 * The language a page is in: what it states, unless it states Welsh and is plainly in English or
 * the other way round. Sites with two languages often state the same for both.
 */
public final class SpokenLanguage {
  private SpokenLanguage() {}

  /** A BCP 47 tag; empty where the page states none and its words are neither. */
  public static Optional<String> of(ReadablePage page) {
    Optional<String> stated = page.language();
    Optional<String> spoken = WelshDetector.spoken(page);
    return stated.isPresent() && (spoken.isEmpty() || !contradict(stated.get(), spoken.get()))
        ? stated
        : spoken;
  }

  /** The same of a reading that was kept: what the page stated was not. */
  public static Optional<String> of(ComparablePage reading) {
    return WelshDetector.spoken(reading);
  }

  private static boolean contradict(String stated, String spoken) {
    String primary = stated.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return (primary.equals("cy") || primary.equals("en")) && !primary.equals(spoken);
  }
}
