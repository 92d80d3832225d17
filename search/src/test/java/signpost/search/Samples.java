package signpost.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.events.FindingName;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageEvent.PageTranslation;
import signpost.events.PageSuccessor;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** Events with what a test cares about, and something plain for the rest. */
final class Samples {
  static final Instant MORNING = Instant.parse("2026-11-20T06:00:00Z");
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Samples() {}

  static CanonicalUrl url(String value) {
    return CanonicalUrl.parse(value).orElseThrow();
  }

  private static final PageSuccessor NEW_HOME =
      new PageSuccessor.Offered(
          "https://example.org/media/412/leaflet.pdf",
          "A leaflet",
          "Same name and most of the old text");

  static PageRead page(String url, String title, String lead, String text, String... links) {
    return new PageRead(
        url(url),
        url,
        title,
        lead,
        text,
        false,
        List.of(title),
        Optional.of("en"),
        java.util.Arrays.stream(links).map(link -> new PageLink(url(link), "Link", "")).toList(),
        url.endsWith(".pdf") ? "pdf" : "html",
        0,
        NOON,
        Optional.empty(),
        Optional.empty(),
        "fingerprint",
        List.of("Visitor number"),
        List.of(new PageTranslation("cy", url("https://cymraeg.example/pecyn"))));
  }

  static ResourceListed placed(String url, String nation, String section, String text) {
    return new ResourceListed(
        url(url),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef("snap", section, text, 1)),
        List.of(SampleWorld.OWNER),
        Optional.of(nation),
        List.of(),
        false);
  }

  static HealthJudged health(String url, LinkHealth health, Explanation words) {
    return new HealthJudged(
        url(url),
        health,
        words,
        true,
        Optional.of(url),
        NOON,
        Optional.of(NOON.plusSeconds(86_400)),
        List.of(new Attempt(MORNING, "GET: 200"), new Attempt(NOON, "GET: 200")),
        List.of(new Referrer(url("https://council.example/guide"), "The toolkit", "Toolkits")));
  }

  static HealthJudged ok(String url) {
    return health(
        url,
        new LinkHealth.Ok(),
        new Explanation("It answered.", "Readers can open it.", "Nothing to do."));
  }

  static LinkTransition transition(String url, LinkHealth from, LinkHealth to) {
    return new LinkTransition(
        url(url),
        from,
        to,
        NOON,
        new Explanation("It is gone (404).", "Readers see an error.", "Remove or replace it."),
        true,
        List.of(new Attempt(NOON, "GET: 404")),
        List.of());
  }

  static PageChanged change(String url, String title, int revision) {
    return new PageChanged(
        url(url),
        title,
        revision,
        MORNING,
        NOON,
        List.of(ChangeKind.CONTACT),
        0.6,
        "The helpline number changed.",
        List.of(
            new Hunk(
                HunkKind.CHANGED,
                "Call us",
                List.of(
                    new Segment(SegmentKind.EQUAL, "Call "),
                    new Segment(SegmentKind.DELETE, "0800 1111"),
                    new Segment(SegmentKind.INSERT, "0800 2222"),
                    new Segment(SegmentKind.EQUAL, " at any time.")))),
        Optional.of("New number"),
        true,
        false);
  }

  /** One with a place of every kind, strangers' markup and a word that cannot be broken. */
  static PageChanged largeChange(String url, String title, int revision) {
    return new PageChanged(
        url(url),
        title,
        revision,
        NOON.plusSeconds(86_400),
        NOON.plusSeconds(90_000),
        List.of(ChangeKind.SUBSTANTIVE, ChangeKind.LINKS),
        0.45,
        "The text changed under “When to call”: 1 passage reworded, 1 added, 1 removed.",
        List.of(
            hunk(HunkKind.ADDED, "", new Segment(SegmentKind.INSERT, "We <b>answer</b> in Welsh.")),
            hunk(
                HunkKind.CHANGED,
                "When to call",
                new Segment(SegmentKind.EQUAL, "Lines are "),
                new Segment(SegmentKind.DELETE, "closed at night and on most bank holidays"),
                new Segment(SegmentKind.INSERT, "open at every hour of every day of the year"),
                new Segment(SegmentKind.EQUAL, ". Calls are free from mobiles and landlines.")),
            hunk(HunkKind.REMOVED, "When to call", new Segment(SegmentKind.DELETE, "Ask for Jo.")),
            hunk(HunkKind.MOVED, "Who we are", new Segment(SegmentKind.EQUAL, "A charity.")),
            hunk(HunkKind.ADDED, "Who we are", new Segment(SegmentKind.INSERT, "x".repeat(300)))),
        Optional.empty(),
        true,
        true);
  }

  private static Hunk hunk(HunkKind kind, String heading, Segment... segments) {
    return new Hunk(kind, heading, List.of(segments));
  }

  static FindingChanged finding(String id, String url, FindingKind kind, FindingState state) {
    return finding(id, url, kind, FindingName.of(kind), state);
  }

  static FindingChanged finding(
      String id,
      String url,
      FindingKind kind,
      FindingName name,
      FindingState state,
      GuideAnswer... answers) {
    return new FindingChanged(
        id,
        url,
        kind,
        Optional.of(name),
        state,
        "The toolkit no longer works",
        new Explanation("It is gone (404).", "Readers see an error.", "Remove or replace it."),
        NOON,
        Optional.empty(),
        List.of(answers),
        List.of(new PlacementRef("snap", "Toolkits", "The toolkit", 3)),
        Optional.empty(),
        kind == FindingKind.BROKEN ? Optional.of(NEW_HOME) : Optional.empty());
  }
}
