package signpost.bench.alerts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeKind;
import signpost.events.Event;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** Owners with a guide each, what their guides point to, and what befalls it. */
final class MadeAlerts {
  private static final Explanation WORKS =
      new Explanation("It works.", "Readers see the page.", "Nothing.");
  private static final Explanation BROKEN =
      new Explanation(
          "The page is not there (404).",
          "Readers of your guide see an error page.",
          "Point to another page, or take the link out.");

  private final int owners;
  private final int links;
  private final Instant now;

  MadeAlerts(int owners, int links, Instant now) {
    this.owners = owners;
    this.links = links;
    this.now = now;
  }

  int owners() {
    return owners;
  }

  /** The catalogue's owners as its file has them. */
  String catalogue() {
    StringBuilder yaml = new StringBuilder("owners:\n");
    for (int owner = 0; owner < owners; owner++) {
      yaml.append(
          "  o%d: {name: Owner %d, email: o%d@bench.test}\n".formatted(owner, owner, owner));
    }
    return yaml.toString();
  }

  /** Everything listed and well. */
  Stream<Event> listing() {
    return IntStream.range(0, owners).boxed().flatMap(this::listing);
  }

  private Stream<Event> listing(int owner) {
    Stream<Event> resources =
        IntStream.range(0, links)
            .boxed()
            .flatMap(link -> Stream.of(resource(owner, link), healthy(owner, link)));
    return Stream.concat(Stream.of(guide(owner)), resources);
  }

  private GuideListed guide(int owner) {
    List<GuidePlacement> lines =
        IntStream.range(0, links)
            .mapToObj(link ->
                new GuidePlacement(
                    text(owner, link),
                    Optional.of(url(owner, link)),
                    PlacementStatus.ACTIVE,
                    Optional.empty(),
                    List.of()))
            .toList();
    return new GuideListed(
        "guide-" + owner,
        "Guide " + owner,
        Optional.empty(),
        true,
        List.of("o" + owner),
        List.of(new GuideSection("Resources", lines)));
  }

  private ResourceListed resource(int owner, int link) {
    return new ResourceListed(
        url(owner, link),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef("guide-" + owner, "Resources", text(owner, link), link + 1)),
        List.of("o" + owner),
        Optional.empty(),
        List.of(),
        false);
  }

  private HealthJudged healthy(int owner, int link) {
    return new HealthJudged(
        url(owner, link),
        new LinkHealth.Ok(),
        WORKS,
        true,
        Optional.empty(),
        now,
        Optional.empty(),
        List.of(new Attempt(now, "It worked")),
        List.of());
  }

  /** One broken link for each owner. */
  List<Event> breakOne() {
    return IntStream.range(0, owners).<Event>mapToObj(owner -> broken(owner, 0)).toList();
  }

  /**
   * So many happenings in an order by chance: of each ten links four break, two of them come back,
   * three move and three pages change.
   */
  List<Event> happenings(int events, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean[][] down = new boolean[owners][links];
    int[][] revisions = new int[owners][links];
    List<Event> all = new ArrayList<>(events);
    while (all.size() < events) {
      int owner = random.nextInt(owners);
      int link = random.nextInt(links);
      int chance = random.nextInt(10);
      if (down[owner][link]) {
        down[owner][link] = false;
        all.add(transition(owner, link, broken(), new LinkHealth.Ok(), WORKS));
      } else if (chance < 4) {
        down[owner][link] = true;
        all.add(broken(owner, link));
      } else if (chance < 7) {
        all.add(moved(owner, link));
      } else {
        all.add(changed(owner, link, 2 + revisions[owner][link]++));
      }
    }
    return all;
  }

  private LinkTransition broken(int owner, int link) {
    return transition(owner, link, new LinkHealth.Ok(), broken(), BROKEN);
  }

  private LinkTransition moved(int owner, int link) {
    String to = url(owner, link).value() + "/new";
    return transition(owner, link, new LinkHealth.Ok(), new LinkHealth.Moved(to, now), WORKS);
  }

  private LinkHealth broken() {
    return new LinkHealth.Broken(FailureClass.NOT_FOUND, now);
  }

  private LinkTransition transition(
      int owner, int link, LinkHealth from, LinkHealth to, Explanation words) {
    return new LinkTransition(
        url(owner, link),
        from,
        to,
        now,
        words,
        true,
        List.of(new Attempt(now, "The site said that there is no such page (404)")),
        List.of());
  }

  private PageChanged changed(int owner, int link, int revision) {
    return new PageChanged(
        url(owner, link),
        text(owner, link),
        revision,
        now,
        now,
        List.of(ChangeKind.SUBSTANTIVE),
        0.6,
        "Two sentences were reworded.",
        List.of(),
        Optional.empty(),
        true,
        false);
  }

  private static CanonicalUrl url(int owner, int link) {
    String url = "https://h%d.bench.test/g%d/p%d".formatted(link % 25, owner, link);
    return CanonicalUrl.parse(url).orElseThrow();
  }

  private static String text(int owner, int link) {
    return "Resource %d of guide %d".formatted(link, owner);
  }
}
