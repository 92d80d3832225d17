package signpost.ingest.revision;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import signpost.events.WebUrl;
import signpost.ingest.extract.LandingPage;
import signpost.ingest.extract.ReadablePage;

/**
 * What is known of a page beside its words.
 *
 * @param siteRoot a home page changes all the time, and matters less
 * @param landing of a page that leads on to others, title, headings, links and contact details
 *     count; its other words do not
 * @param ofTemplate whether a piece that came or went ({@link RevisionState.Seen#key}) did so on
 *     many pages of the host: it belongs to what they share
 */
public record Setting(boolean siteRoot, boolean landing, Predicate<String> ofTemplate) {
  public Setting {
    Objects.requireNonNull(ofTemplate, "ofTemplate");
  }

  /** A page like most: no home page, and like no other. */
  public static Setting plain() {
    return new Setting(false, false, _ -> false);
  }

  public static Setting of(WebUrl url, ReadablePage page, Predicate<String> ofTemplate) {
    return new Setting(LandingPage.isFront(url), LandingPage.is(url, page), ofTemplate);
  }

  /** What of a place can be news here; nothing may be left. Contact details always can. */
  Swap counted(Swap swap) {
    if (swap.alike() && swap.ofContacts()) {
      return swap;
    }
    return landing && swap.ofTextAlone() && !swap.ofContacts()
        ? Swap.of(List.of(), List.of())
        : new Swap(
            swap.olds().stream().filter(old -> counts(old, old.gone())).toList(),
            swap.youngs().stream().filter(young -> counts(young, young.come())).toList(),
            swap.alike());
  }

  private boolean counts(Piece piece, String key) {
    boolean mayBeShared = piece.words() || piece.kind() == Piece.Kind.LINK;
    return !piece.renewed() && !(mayBeShared && ofTemplate.test(key));
  }
}
