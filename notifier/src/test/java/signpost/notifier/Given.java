package signpost.notifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.DomainState;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostState;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** Events for tests: one guide, its resources, and what happens to them. */
public final class Given {
  public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  public static final String GUIDE = "snap";

  private Given() {}

  public static CanonicalUrl url(String value) {
    return CanonicalUrl.parse(value).orElseThrow();
  }

  public static GuideListed guide(String... urls) {
    return guideOf(List.of("mk"), urls);
  }

  public static GuideListed guideOf(List<String> owners, String... urls) {
    List<GuidePlacement> placements =
        Arrays.stream(urls)
            .map(url ->
                new GuidePlacement(
                    words(url),
                    Optional.of(url(url)),
                    PlacementStatus.ACTIVE,
                    Optional.empty(),
                    List.of()))
            .toList();
    return new GuideListed(
        GUIDE,
        "Snap Guide",
        Optional.of(url("https://council.example/guide")),
        true,
        owners,
        List.of(new GuideSection("Toolkits", placements)));
  }

  /** Another guide, on a page of its own. */
  public static GuideListed guideNamed(String id, String title, String owner, String... urls) {
    GuideListed like = guideOf(List.of(owner), urls);
    return new GuideListed(
        id,
        title,
        Optional.of(url("https://council.example/" + id)),
        true,
        like.owners(),
        like.sections());
  }

  /** The guide with owners named for one of its lines. */
  public static GuideListed guideWhere(String url, String lineOwner, String... urls) {
    GuideListed guide = guide(urls);
    List<GuidePlacement> lines =
        guide.sections().getFirst().placements().stream()
            .map(line ->
                line.resource().filter(url(url)::equals).isPresent()
                    ? new GuidePlacement(
                        line.text(),
                        line.resource(),
                        line.status(),
                        line.nation(),
                        line.labels(),
                        List.of(lineOwner),
                        line.question())
                    : line)
            .toList();
    return new GuideListed(
        guide.guide(),
        guide.title(),
        guide.page(),
        true,
        guide.owners(),
        List.of(new GuideSection("Toolkits", lines)));
  }

  /** A resource that stands in several guides. */
  public static ResourceListed resourceIn(String url, List<String> owners, String... guides) {
    return new ResourceListed(
        url(url),
        PlacementStatus.ACTIVE,
        Arrays.stream(guides)
            .map(guide -> new PlacementRef(guide, "Toolkits", words(url), 1))
            .toList(),
        owners,
        Optional.empty(),
        List.of(),
        false);
  }

  public static ResourceListed resource(String url) {
    return new ResourceListed(
        url(url),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef(GUIDE, "Toolkits", words(url), 1)),
        List.of("mk"),
        Optional.empty(),
        List.of(),
        false);
  }

  /** A guess that nobody has confirmed, in the same guide. */
  public static ResourceListed probable(String url) {
    ResourceListed listed = resource(url);
    return new ResourceListed(
        listed.resource(),
        PlacementStatus.UNVERIFIED,
        listed.placements(),
        listed.owners(),
        listed.nation(),
        listed.labels(),
        false);
  }

  public static String words(String url) {
    return "The " + url.substring(url.lastIndexOf('/') + 1);
  }

  public static Explanation because(String reason) {
    return new Explanation(reason, "Readers see an error page.", "Remove the link.");
  }

  public static HealthJudged healthy(String url) {
    return new HealthJudged(
        url(url),
        new LinkHealth.Ok(),
        because("It works."),
        true,
        Optional.empty(),
        NOON,
        Optional.empty(),
        List.of(new Attempt(NOON, "GET: 200 OK")),
        List.of());
  }

  public static LinkHealth broken() {
    return new LinkHealth.Broken(FailureClass.NOT_FOUND, NOON.minusSeconds(3600));
  }

  public static LinkHealth superseded() {
    return new LinkHealth.GoneInPlace(
        GoneKind.SUPERSEDED,
        NOON.minusSeconds(3600),
        "has now been replaced by",
        Optional.of("https://gov.example/roadmap"));
  }

  public static LinkHealth moved(String to) {
    return new LinkHealth.Moved(to, NOON.minusSeconds(3600));
  }

  public static LinkTransition transition(String url, LinkHealth from, LinkHealth to, Instant at) {
    return new LinkTransition(
        url(url),
        from,
        to,
        at,
        because(to instanceof LinkHealth.Ok ? "It works." : "The page is not there (404)."),
        true,
        List.of(new Attempt(at, "GET: 404 Not Found")),
        List.of());
  }

  public static LinkTransition breaks(String url, Instant at) {
    return transition(url, new LinkHealth.Ok(), broken(), at);
  }

  /** It gives no answer any more. */
  public static LinkTransition silent(String url, Instant at) {
    return transition(
        url,
        new LinkHealth.Ok(),
        new LinkHealth.Broken(FailureClass.TIMED_OUT, NOON.minusSeconds(3600)),
        at);
  }

  public static LinkTransition recovers(String url, Instant at) {
    return transition(url, broken(), new LinkHealth.Ok(), at);
  }

  /** The same event with a stranger's words in its reason. */
  public static LinkTransition saying(LinkTransition t, String words) {
    return new LinkTransition(
        t.target(), t.from(), t.to(), t.at(), because(words), t.placed(), t.tried(), t.referrers());
  }

  public static LinkTransition unplaced(LinkTransition t) {
    return new LinkTransition(
        t.target(), t.from(), t.to(), t.at(), t.explanation(), false, t.tried(), t.referrers());
  }

  public static LinkTransition linkedFrom(String page, LinkTransition t) {
    return new LinkTransition(
        t.target(),
        t.from(),
        t.to(),
        t.at(),
        t.explanation(),
        t.placed(),
        t.tried(),
        List.of(new Referrer(url(page), "A link", "Links")));
  }

  /** A page of the council's own, in no guide. */
  public static ResourceListed ours(String url) {
    return new ResourceListed(
        url(url),
        PlacementStatus.ACTIVE,
        List.of(),
        List.of("mk"),
        Optional.empty(),
        List.of(),
        true);
  }

  public static HostTransition host(String origin, HostState state, Instant at, String... placed) {
    return new HostTransition(
        origin,
        state,
        FailureClass.TIMED_OUT,
        NOON,
        at,
        because("The whole site does not answer."),
        Arrays.stream(placed).map(Given::url).toList());
  }

  public static DomainTransition domain(
      String origin, DomainState state, Instant at, String... placed) {
    return new DomainTransition(
        origin,
        origin.replace("https://", ""),
        state,
        Optional.of(NOON.plus(Duration.ofDays(30))),
        at,
        because("The name is registered for a month only."),
        Arrays.stream(placed).map(Given::url).toList());
  }

  public static PageChanged changes(
      String url, int revision, double importance, ChangeKind... kinds) {
    return new PageChanged(
        url(url),
        words(url),
        revision,
        NOON,
        NOON,
        List.of(kinds),
        importance,
        "The helpline number changed.",
        List.of(),
        Optional.empty(),
        true,
        false);
  }

  /** A page that ended was found elsewhere, surely enough to be offered. */
  public static SuccessorFound offers(String url, String now, Instant at) {
    return new SuccessorFound(
        url(url),
        new PageSuccessor.Offered(now, words(now), "Same name and most of the old text"),
        at);
  }
}
