package signpost.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.DomainState;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostState;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;
import signpost.events.ParkedEvent.RecordDismissed;
import signpost.events.ParkedEvent.RecordParked;
import signpost.events.ParkedEvent.RecordReplayed;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.url.CanonicalUrl;

/** One event of every type. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  static final Instant MORNING = Instant.parse("2026-01-05T06:00:00Z");

  private Samples() {}

  static CanonicalUrl url(String value) {
    return CanonicalUrl.parse(value).orElseThrow();
  }

  static List<Event> all() {
    return List.of(
        resource(),
        guide(),
        page(),
        health(),
        transition(),
        successor(),
        host(),
        domain(),
        change(),
        finding(),
        parked(),
        replayed(),
        dismissed());
  }

  private static Event resource() {
    return new ResourceListed(
        url("https://example.org/toolkit"),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef("snap", "Toolkit – Scotland", "The toolkit", 20)),
        List.of("mk"),
        Optional.of("Scotland"),
        List.of("toolkit"),
        false);
  }

  private static Event guide() {
    return new GuideListed(
        "snap",
        "Snap Guide",
        Optional.of(url("https://council.example/guide")),
        true,
        List.of("mk"),
        List.of(
            new GuideSection(
                "Toolkit – Scotland",
                List.of(
                    new GuidePlacement(
                        "The toolkit",
                        Optional.of(url("https://example.org/toolkit")),
                        PlacementStatus.ACTIVE,
                        Optional.of("Scotland"),
                        List.of("toolkit")),
                    new GuidePlacement(
                        "A leaflet",
                        Optional.empty(),
                        PlacementStatus.UNVERIFIED,
                        Optional.empty(),
                        List.of())))));
  }

  private static Event page() {
    return new PageRead(
        url("https://example.org/toolkit"),
        "https://example.org/toolkit/",
        "The toolkit",
        "For everyone.",
        "The toolkit\nFor everyone.",
        false,
        List.of("The toolkit"),
        Optional.of("en"),
        List.of(new PageLink(url("https://example.org/next"), "Next", "The toolkit")),
        "html",
        0,
        NOON,
        Optional.empty(),
        Optional.empty(),
        "ab12",
        List.of(),
        List.of());
  }

  private static Explanation words() {
    return new Explanation("It is gone.", "Readers see an error.", "Remove the link.");
  }

  private static Event health() {
    return new HealthJudged(
        url("https://example.org/toolkit"),
        new LinkHealth.GoneInPlace(
            GoneKind.SUPERSEDED,
            MORNING,
            "This toolkit has now been replaced by the Roadmap",
            Optional.of("https://example.org/roadmap")),
        words(),
        true,
        Optional.of("https://example.org/toolkit/"),
        NOON,
        Optional.of(NOON.plusSeconds(86400)),
        List.of(new Attempt(NOON, "GET: 200")),
        List.of());
  }

  private static Event transition() {
    return new LinkTransition(
        url("https://example.org/leaflet.pdf"),
        new LinkHealth.Suspect(FailureClass.NOT_FOUND, MORNING),
        new LinkHealth.Broken(FailureClass.NOT_FOUND, MORNING),
        NOON,
        words(),
        true,
        List.of(new Attempt(MORNING, "GET: 404"), new Attempt(NOON, "GET: 404")),
        List.of(new Referrer(url("https://council.example/guide"), "A leaflet", "Leaflets")));
  }

  private static Event successor() {
    return new SuccessorFound(
        url("https://example.org/leaflet.pdf"),
        new PageSuccessor.Offered(
            "https://example.org/media/412/leaflet.pdf",
            "A leaflet",
            "Same title and 94 % of the words"),
        NOON);
  }

  private static Event host() {
    return new HostTransition(
        "https://example.org",
        HostState.DOWN,
        FailureClass.TIMED_OUT,
        MORNING,
        NOON,
        words(),
        List.of(url("https://example.org/toolkit")));
  }

  private static Event domain() {
    return new DomainTransition(
        "https://www.example.org",
        "example.org",
        DomainState.ENDING,
        Optional.of(NOON.plusSeconds(86400)),
        NOON,
        words(),
        List.of(url("https://www.example.org/toolkit")));
  }

  private static Event change() {
    return new PageChanged(
        url("https://example.org/helpline"),
        "Helpline",
        2,
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
                    new Segment(SegmentKind.DELETE, "0800 1"),
                    new Segment(SegmentKind.INSERT, "0800 2")))),
        Optional.of("New number"),
        true,
        false);
  }

  private static Event finding() {
    return new FindingChanged(
        "f1",
        "https://example.org/leaflet.pdf",
        FindingKind.BROKEN,
        Optional.empty(),
        FindingState.OPEN,
        "A leaflet no longer works",
        words(),
        NOON,
        Optional.empty(),
        List.of(
            new GuideAnswer(
                "snap",
                AnswerKind.SNOOZED,
                "",
                NOON,
                Optional.of(Instant.parse("2026-01-12T12:00:00Z")))),
        List.of(new PlacementRef("snap", "Leaflets", "A leaflet", 3)),
        Optional.empty(),
        Optional.empty());
  }

  private static Event parked() {
    return new RecordParked(
        Topics.HEALTH,
        "https://example.org/",
        "e30=",
        "the header ce_type is missing",
        "search",
        NOON,
        Optional.of("3|17"));
  }

  private static Event dismissed() {
    return new RecordDismissed(Topics.HEALTH, "https://example.org/", "3|17", "search", NOON);
  }

  private static Event replayed() {
    return new RecordReplayed(Topics.HEALTH, "https://example.org/", "3|17", "search", NOON);
  }
}
