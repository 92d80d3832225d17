package signpost.successor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.url.WebUrl;
import signpost.web.extract.LandingPage;
import signpost.web.extract.Notice;
import signpost.web.extract.ReadablePage;
import signpost.web.health.ParkedDomain;
import signpost.web.health.RegistrableDomains;
import signpost.web.health.SoftNotFound;

/** Why a page is never called a successor, however alike it is. Pure. */
enum UnfitPage {
  OTHER_PUBLISHER,
  FRONT,
  SEARCH_RESULT,
  FOR_SALE,
  NOT_FOUND,
  NOT_CURRENT,
  OTHER_LANGUAGE,
  CATCH_ALL;

  private static final Pattern SEARCH =
      Pattern.compile("(?i)(?:.*/)?(?:search|search[-_]?results?|chwilio)(?:\\.\\w{2,5})?/?");
  private static final Pattern QUERY =
      Pattern.compile("(?i)(?:.*&)?(?:q|s|query|search|keywords?)=.*");

  /** Two answers of so many same words are one page. */
  private static final double SAME = 0.95;

  /**
   * @param answer what stands at the old address now, empty where nothing could be read
   */
  static Optional<UnfitPage> of(
      CandidatePage candidate, RememberedPage old, Optional<ReadablePage> answer) {
    WebUrl url = candidate.url();
    ReadablePage page = candidate.page();
    if (!RegistrableDomains.publisher(url).equals(RegistrableDomains.publisher(old.url()))) {
      return Optional.of(OTHER_PUBLISHER);
    }
    if (LandingPage.isFront(url) && !LandingPage.isFront(old.url())) {
      return Optional.of(FRONT);
    }
    if (SEARCH.matcher(url.path()).matches() || url.query().filter(UnfitPage::asks).isPresent()) {
      return Optional.of(SEARCH_RESULT);
    }
    if (ParkedDomain.says(page)) {
      return Optional.of(FOR_SALE);
    }
    if (SoftNotFound.says(page)) {
      return Optional.of(NOT_FOUND);
    }
    if (answer.filter(it -> SoftNotFound.similarity(it.text(), page.text()) >= SAME).isPresent()) {
      return Optional.of(CATCH_ALL);
    }
    return content(page, old);
  }

  private static Optional<UnfitPage> content(ReadablePage page, RememberedPage old) {
    if (page.notices().stream().anyMatch(it -> it.kind() == Notice.NoticeKind.WITHDRAWN)) {
      return Optional.of(NOT_CURRENT);
    }
    Optional<String> spoken = page.language().map(UnfitPage::primary);
    boolean other =
        old.language()
            .map(UnfitPage::primary)
            .filter(it -> !spoken.equals(Optional.of(it)))
            .isPresent();
    return other && spoken.isPresent() ? Optional.of(OTHER_LANGUAGE) : Optional.empty();
  }

  private static boolean asks(String query) {
    return QUERY.matcher(query).matches();
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
  }
}
