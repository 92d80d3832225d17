package signpost.search;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Event;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.GoneKind;
import signpost.events.LinkEvent.HostState;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkHealth;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.url.CanonicalUrl;

/** A small world with one of everything pages can show, a hostile page included. */
final class SampleWorld {
  /** The id of a person, which is for the notifier alone. */
  static final String OWNER = "jo-bloggs";

  static final String TOOLKIT = "https://www.gov-scot.example/publications/toolkit-scotland/";
  static final String HELPLINE = "https://www.youngminds.example/helpline";
  static final String LEAFLET = "https://www.youngminds.example/media/leaflet.pdf";
  static final String BRAIN = "https://uktraumacouncil.example/resource/trauma-and-the-brain";
  static final String WALES = "https://traumaframeworkcymru.example/framework.pdf";
  static final String MOVED = "https://uktraumacouncil.example/resources/portfolio";
  static final String LEARNING = "https://www.e-lfh.example/programmes/all-our-health";
  static final String BLOCKED = "https://www.ncb.example/insight-4.pdf";
  static final String SUSPECT = "https://www.ncb.example/slow";
  static final String CERTIFICATE = "https://www.ncb.example/expired";
  static final String NOT_READ = "https://www.ncb.example/new";
  static final String HOSTILE = "https://hostile.example/page";

  static final List<String> PAGES =
      List.of(
          "/",
          "/search",
          "/search?q=trauma",
          "/search?q=trauma&nation=Wales&sort=changed",
          "/search?q=truama+brain",
          "/search?q=maltreated+children+zebra+helpline",
          "/search?q=nothing+of+the+kind+zzz",
          "/search?q=nothing+of+the+kind+zzz&nation=Wales",
          "/search?q=trauma&page=9",
          resource(BRAIN),
          resource(LEAFLET),
          resource(TOOLKIT),
          resource(MOVED),
          resource(LEARNING),
          resource(BLOCKED),
          resource(SUSPECT),
          resource(CERTIFICATE),
          resource(NOT_READ),
          resource(HELPLINE),
          revision(2, ""),
          revision(3, ""),
          revision(3, "&view=beside"),
          resource(HOSTILE),
          "/guides",
          "/guide/snap",
          "/guide/snap?role=manager&level=in-depth",
          "/guide/snap?role=nobody",
          "/source/www.youngminds.example",
          "/source/www.e-lfh.example",
          "/changes",
          "/changes?of=all",
          "/ops",
          "/crawl",
          "/accessibility",
          "/privacy",
          "/api",
          "/crawler");

  /** Answered with another status than 200. */
  static final List<String> MISTAKES =
      List.of("/no-such-page", "/guide/none", "/source/none.example", "/search?q=x&naton=y");

  private static final Explanation WORKS =
      new Explanation("It answered as expected.", "Readers can open it.", "Nothing to do.");

  private static final Explanation TRYING =
      new Explanation("It did not answer.", "Readers may wait.", "Wait: we look again.");

  private SampleWorld() {}

  private static String resource(String url) {
    return "/resource?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
  }

  static String revision(int number, String more) {
    String url = URLEncoder.encode(HELPLINE, StandardCharsets.UTF_8);
    return "/resource/revision?url=" + url + "&n=" + number + more;
  }

  static void fill(RunningSearch search) throws IOException {
    search.put(events().toArray(Event[]::new));
    search.put(
        Samples.finding("f1", LEAFLET, FindingKind.BROKEN, FindingState.OPEN),
        Samples.finding("f2", TOOLKIT, FindingKind.GONE_IN_PLACE, FindingState.OPEN),
        Samples.finding("f3", HELPLINE, FindingKind.CHANGED, FindingState.RESOLVED));
  }

  /** What ingest told of it. */
  static List<Event> events() {
    return Stream.of(guide(), pages(), health(), happenings()).flatMap(List::stream).toList();
  }

  private static List<Event> happenings() {
    return List.of(
        Samples.change(HELPLINE, "YoungMinds helpline for parents", 2),
        Samples.largeChange(HELPLINE, "YoungMinds helpline for parents", 3),
        Samples.transition(
            LEAFLET,
            new LinkHealth.Suspect(FailureClass.NOT_FOUND, Samples.MORNING),
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING)),
        new HostTransition(
            "https://www.e-lfh.example",
            HostState.DOWN,
            FailureClass.TIMED_OUT,
            Samples.MORNING,
            Samples.NOON,
            new Explanation("The site has not answered for 48 hours.", "Nobody gets in.", "Wait."),
            List.of(Samples.url(LEARNING))));
  }

  private static List<Event> guide() {
    return List.of(
        new GuideListed(
            "snap",
            "Trauma Informed Practice – Snap Guide",
            Optional.of(Samples.url("https://www.council.example/snap-guide")),
            true,
            List.of(OWNER),
            List.of(
                section(
                    "Developing an understanding",
                    line(
                        "Addressing Childhood Adversity & Trauma",
                        null,
                        "England",
                        "type:pdf",
                        "role:all"),
                    line(
                        "Childhood Trauma and the Brain",
                        BRAIN,
                        "UK",
                        "type:film",
                        "role:all",
                        "level:understanding"),
                    line(
                        "A leaflet for schools",
                        LEAFLET,
                        "England",
                        "type:pdf",
                        "role:school",
                        "level:understanding"),
                    line("Helpline for parents", HELPLINE, "England")),
                section(
                    "Wales resources",
                    line(
                        "Trauma-Informed Wales Framework",
                        WALES,
                        "Wales",
                        "type:framework",
                        "role:manager",
                        "level:in-depth")),
                section("Toolkit – Scotland", line("Trauma-informed toolkit", TOOLKIT, "Scotland")),
                section(
                    "More in depth",
                    line("UKTC portfolio", MOVED, "UK"),
                    line("All Our Health", LEARNING, "England"),
                    line("ABS Insight 4", BLOCKED, "England"),
                    line("\"><img src=x onerror=alert(1)>", HOSTILE, "England"))),
            List.of(new PinnedPages("Where do I start?", List.of(Samples.url(LEARNING))))),
        Samples.placed(
            BRAIN, "UK", "Developing an understanding", "Childhood Trauma and the Brain"),
        Samples.placed(LEAFLET, "England", "Developing an understanding", "A leaflet for schools"),
        Samples.placed(HELPLINE, "England", "Developing an understanding", "Helpline for parents"),
        Samples.placed(WALES, "Wales", "Wales resources", "Trauma-Informed Wales Framework"),
        Samples.placed(TOOLKIT, "Scotland", "Toolkit – Scotland", "Trauma-informed toolkit"),
        Samples.placed(MOVED, "UK", "More in depth", "UKTC portfolio"),
        Samples.placed(LEARNING, "England", "More in depth", "All Our Health"),
        Samples.placed(BLOCKED, "England", "More in depth", "ABS Insight 4"),
        Samples.placed(HOSTILE, "England", "More in depth", "\"><img src=x onerror=alert(1)>"));
  }

  private static GuideSection section(String title, GuidePlacement... lines) {
    return new GuideSection(title, List.of(lines));
  }

  private static GuidePlacement line(
      String text, @org.jspecify.annotations.Nullable String url, String nation, String... labels) {
    return new GuidePlacement(
        text,
        Optional.ofNullable(url).flatMap(CanonicalUrl::parse),
        url == null ? PlacementStatus.UNVERIFIED : PlacementStatus.ACTIVE,
        Optional.of(nation),
        List.of(labels));
  }

  private static List<Event> pages() {
    return List.of(
        Samples.page(
            BRAIN,
            "Childhood Trauma and the Brain",
            "Animation and guide on how early adversity shapes the brain, for anyone who works with"
                + " children.",
            "Children who have been maltreated learn to expect danger. Trauma changes how the brain"
                + " reads threat, reward and memory. Recovery is possible.",
            LEAFLET),
        Samples.page(
            HELPLINE,
            "YoungMinds helpline for parents",
            "Advice for parents who worry about a child.",
            "Call 0800 2222 at any time. We talk about trauma, anxiety and school."),
        Samples.page(
            WALES,
            "Trauma-Informed Wales: A Societal Approach",
            "The national framework for understanding, preventing and supporting the impacts of"
                + " trauma and adversity.",
            "This framework describes trauma-aware, trauma-skilled and trauma-enhanced practice."),
        Samples.page(
            TOOLKIT,
            "Trauma-informed practice: toolkit",
            "This trauma-informed practice toolkit (2021) has now been replaced by the Roadmap.",
            "The toolkit for services in Scotland, with five principles of trauma practice."),
        Samples.page(
            MOVED, "UKTC portfolio", "Free evidence-based resources.", "Films about trauma."),
        Samples.page(
            HOSTILE,
            "<script>alert('title')</script>",
            "<img src=x onerror=alert(1)> \u202Edesrever zebra",
            "zebra <script>alert('body')</script> \"onmouseover=\"alert(2) javascript:alert(3)"));
  }

  private static List<Event> health() {
    return List.of(
        Samples.health(BRAIN, new LinkHealth.Ok(), WORKS),
        Samples.health(HELPLINE, new LinkHealth.Ok(), WORKS),
        Samples.health(WALES, new LinkHealth.Ok(), WORKS),
        Samples.health(
            LEAFLET,
            new LinkHealth.Broken(FailureClass.NOT_FOUND, Samples.MORNING),
            new Explanation(
                "The site says there is no such page (404), four times over three days.",
                "Readers of the guide see an error page.",
                "Find the leaflet’s new address or take the link out.")),
        Samples.health(
            TOOLKIT,
            new LinkHealth.GoneInPlace(
                GoneKind.SUPERSEDED,
                Samples.MORNING,
                "This trauma-informed practice toolkit (2021) has now been replaced by the Roadmap"
                    + " for Creating Trauma-Informed and Responsive Change (2023)",
                Optional.of("https://www.traumatransformation.example/")),
            new Explanation(
                "The publisher says it has been replaced.",
                "Readers get advice its publisher no longer stands by.",
                "Point to what replaces it.")),
        Samples.health(
            MOVED,
            new LinkHealth.Moved(
                "https://uktraumacouncil.example/resource/portfolio", Samples.MORNING),
            new Explanation(
                "It redirects, for good, to another address.",
                "Readers still get there.",
                "Change the link to the new address.")),
        Samples.health(
            LEARNING,
            new LinkHealth.Unknown("The whole site does not answer", Samples.MORNING),
            new Explanation("Its site is down.", "Nobody gets in for now.", "Wait for our word.")),
        Samples.health(
            SUSPECT, new LinkHealth.Suspect(FailureClass.TIMED_OUT, Samples.MORNING), TRYING),
        Samples.health(
            CERTIFICATE, new LinkHealth.TlsProblem("expired", Optional.of(Samples.NOON)), TRYING),
        Samples.page(NOT_READ, "Just found", "", ""),
        Samples.health(
            BLOCKED,
            new LinkHealth.Blocked("bot wall", Samples.MORNING),
            new Explanation(
                "Its site keeps our crawler out.",
                "People can probably open it.",
                "Open it yourself now and then.")),
        Samples.health(
            HOSTILE,
            new LinkHealth.GoneInPlace(
                GoneKind.HIJACKED,
                Samples.MORNING,
                "<script>alert('words')</script>",
                Optional.of("javascript:alert(1)")),
            new Explanation("<b>Other</b> content.", "Spam.", "Remove it.")));
  }
}
