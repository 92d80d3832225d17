package signpost.revision.noise;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import signpost.revision.compare.ComparablePage;
import signpost.revision.kind.WelshDetector;
import signpost.url.WebUrl;
import signpost.web.extract.LandingPage;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;

/**
 * What is known of a page beside its words.
 *
 * @param siteRoot a home page changes all the time: what means nothing on it matters less
 * @param landing of a page that leads on to others, title, headings, links, contact details and
 *     words that mean something count; its other words do not
 * @param welsh of a page that is not, what stands there in Welsh is its other copy, for which its
 *     readers do not come
 * @param translated whether the page is said to be had in another language too
 * @param ofTemplate whether a piece that came or went ({@link RevisionState.SeenPiece#key}) did so
 *     on many pages of the host: it belongs to what they share
 */
public record PageSetting(
    boolean siteRoot,
    boolean landing,
    boolean welsh,
    boolean translated,
    Predicate<String> ofTemplate) {
  /** From so many characters on a line is there to be read. */
  private static final int PROSE = 100;

  public PageSetting {
    Objects.requireNonNull(ofTemplate, "ofTemplate");
  }

  /** A page like most: no home page, and like no other. */
  public static PageSetting plain() {
    return new PageSetting(false, false, false, false, _ -> false);
  }

  public static PageSetting of(WebUrl url, ReadablePage page, Predicate<String> ofTemplate) {
    return new PageSetting(
        LandingPage.isFront(url),
        LandingPage.is(url, page),
        WelshDetector.is(page),
        !page.translations().isEmpty(),
        ofTemplate);
  }

  /** A page that was not told as one that leads on to others is none because one reading is. */
  PageSetting beside(ComparablePage told) {
    return landing && 2 * length(told, PROSE) >= length(told, 0)
        ? new PageSetting(siteRoot, false, welsh, translated, ofTemplate)
        : this;
  }

  private static int length(ComparablePage told, int least) {
    return told.lines().stream()
        .filter(line -> least == 0 || line.kind() != TextBlock.BlockKind.HEADING)
        .mapToInt(line -> line.text().length())
        .filter(length -> length >= least)
        .sum();
  }

  /** Why a reading may not be of the page that was told, if it may not be. */
  public Optional<String> doubt(ComparablePage told, ComparablePage seen) {
    if (TruncatedPage.is(seen, told)) {
      return Optional.of("it gave but a stump of its words");
    }
    return translated && WelshDetector.is(told) != WelshDetector.is(seen)
        ? Optional.of("it was given in its other language")
        : Optional.empty();
  }

  /**
   * Keeps the parts of a replacement that can be news on this page, which may be none. Contact
   * details can always be news, and so can words that mean something to whoever needs the page.
   */
  TextReplacement counted(TextReplacement swap) {
    if (swap.alike() && swap.ofContacts()) {
      return swap;
    }
    return landing && swap.ofTextAlone() && !swap.ofContacts() && !swap.ofMeaning()
        ? TextReplacement.of(List.of(), List.of())
        : new TextReplacement(
            swap.olds().stream().filter(old -> counts(old, old.gone())).toList(),
            swap.youngs().stream().filter(young -> counts(young, young.come())).toList(),
            swap.alike());
  }

  private boolean counts(PagePiece piece, String key) {
    boolean mayBeShared = piece.words() || piece.kind() == PagePiece.PieceKind.LINK;
    boolean otherCopy = !welsh && piece.words() && WelshDetector.is(piece.text());
    return !piece.renewed()
        && !piece.passes()
        && !otherCopy
        && !(mayBeShared && ofTemplate.test(key));
  }
}
