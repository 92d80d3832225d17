package signpost.web.health;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import signpost.events.GoneKind;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.LinkHeader;
import signpost.web.health.Observation.PageEnded;
import signpost.web.health.Observation.PageFace;

/** What a good status hides: the page is answered for, but it is not what the link meant. Pure. */
final class HiddenEndings {
  private static final Set<String> HOMES =
      Set.of("", "home", "index.html", "index.htm", "index.php", "en", "cy", "en-gb");

  /** A root with such a query is the home page still, not a page by its number. */
  private static final String NO_PAGE = "(?i).*(404|error|not.?found|missing).*";

  /** What a file belongs to names itself so (RFC 8288 has the registry). */
  private static final Set<String> HOLDER = Set.of("up");

  private HiddenEndings() {}

  /** The worst that shows, if anything does. */
  static Optional<PageEnded> in(
      Answered answer, Optional<ReadablePage> page, Expectation expected) {
    return hijacked(page, expected)
        .or(() -> parked(answer, page))
        .or(() -> otherOwner(answer, page, expected))
        .or(() -> redirectedHome(answer))
        .or(() -> softNotFound(answer, page, expected));
  }

  /** What the page is known by from now on, if it is well. */
  static PageFace face(Answered answer, ReadablePage page) {
    return new PageFace(
        page.title(),
        RegistrableDomains.publisher(answer.finalUrl()),
        SpamVocabulary.bears(page),
        LinkHeader.of(answer, HOLDER).stream().findFirst().map(WebUrl::href));
  }

  /** Whether sending a probe may tell more: it is one request. */
  static boolean wantsProbe(
      Answered answer, ReadablePage page, Expectation expected, boolean placed) {
    if (isHome(answer.requested()) || page.media() != MediaKind.HTML) {
      return false;
    }
    boolean says = SoftNotFound.says(page);
    boolean led = !answer.hops().isEmpty() && !samePath(answer);
    boolean unknown =
        expected.identity().isEmpty() || !expected.identity().get().titles().contains(page.title());
    return says || led || (placed && unknown);
  }

  private static boolean samePath(Answered answer) {
    return bare(answer.requested().path()).equals(bare(answer.finalUrl().path()));
  }

  private static Optional<PageEnded> hijacked(Optional<ReadablePage> page, Expectation expected) {
    boolean clean = expected.identity().filter(it -> !it.vulgar()).isPresent();
    return page.filter(_ -> clean)
        .filter(SpamVocabulary::takenOver)
        .map(it -> new PageEnded(GoneKind.HIJACKED, it.title(), Optional.empty()));
  }

  private static Optional<PageEnded> parked(Answered answer, Optional<ReadablePage> page) {
    return ParkedDomain.shows(answer, page)
        ? Optional.of(
            new PageEnded(
                GoneKind.PARKED_DOMAIN, RegistrableDomains.of(answer.finalUrl()), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<PageEnded> otherOwner(
      Answered answer, Optional<ReadablePage> page, Expectation expected) {
    String site = RegistrableDomains.publisher(answer.finalUrl());
    String stored =
        expected
            .identity()
            .map(TargetState.PageIdentity::site)
            .orElse(RegistrableDomains.publisher(answer.requested()));
    return page.filter(_ ->
            !site.equals(stored) && !site.equals(RegistrableDomains.publisher(answer.requested())))
        .filter(it -> LinkNaming.isLost(it, answer.requested(), expected))
        .map(_ -> new PageEnded(GoneKind.OTHER_OWNER, site, Optional.empty()));
  }

  private static Optional<PageEnded> redirectedHome(Answered answer) {
    WebUrl to = answer.finalUrl();
    boolean home =
        !answer.hops().isEmpty()
            && !isHome(answer.requested())
            && isHome(to)
            && to.query().filter(it -> !it.matches(NO_PAGE)).isEmpty()
            && RegistrableDomains.of(to).equals(RegistrableDomains.of(answer.requested()));
    return home
        ? Optional.of(new PageEnded(GoneKind.REDIRECTED_HOME, to.href(), Optional.empty()))
        : Optional.empty();
  }

  private static Optional<PageEnded> softNotFound(
      Answered answer, Optional<ReadablePage> page, Expectation expected) {
    return page.filter(_ -> !isHome(answer.requested()))
        .filter(it -> it.media() == MediaKind.HTML)
        .filter(it -> SoftNotFound.shows(answer, it, expected))
        .map(it -> new PageEnded(GoneKind.SOFT_404, it.title(), Optional.empty()));
  }

  private static boolean isHome(WebUrl url) {
    List<String> steps = Arrays.asList(bare(url.path()).split("/", -1));
    return steps.size() <= 2 && HOMES.contains(steps.getLast().toLowerCase(Locale.ROOT));
  }

  private static String bare(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
