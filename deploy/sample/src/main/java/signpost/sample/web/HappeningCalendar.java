package signpost.sample.web;

import static signpost.sample.web.EvidenceWait.HIDDEN;
import static signpost.sample.web.EvidenceWait.NOTICE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.GuideLine;
import signpost.sample.web.HostEffect.AlteredPage;
import signpost.sample.web.HostEffect.FolderRename;
import signpost.sample.web.HostEffect.InsteadOfPage;
import signpost.sample.web.SampleScene.ExpectedTelling;

/** What happens on the sample web in 21 days. A new happening is one more scene here. */
final class HappeningCalendar {
  /** A Monday; the guide's first crawl is at 06:00 in London. */
  static final Instant DAY_ZERO = Instant.parse("2026-09-07T05:00:00Z");

  private static final String VULNERABILITIES =
      "/government/publications/vulnerabilities-applying-all-our-health"
          + "/vulnerabilities-applying-all-our-health";
  private static final String UNDERSTANDING = "Developing an understanding of trauma and adversity";
  private static final String IN_DEPTH = "Developing a more in-depth understanding";

  static final List<SampleScene> SCENES =
      List.of(
          ChangesOfWords.seventhPrinciple(),
          ChangesOfWords.newHelpline(),
          ChangesOfWords.swingingCopy(),
          ChangesOfWords.replacedPaper(),
          ChangesOfWords.redesign(),
          ChangesOfWords.anotherSubject(),
          addressesToConfirm(),
          supersededToolkit(),
          withdrawnVulnerabilities(),
          MovesOfPages.reuploadedWebBook(),
          MovesOfPages.replacedAttachment(),
          renamedResources(),
          botWall(),
          sixHoursDown(),
          downForGood(),
          mendedTypo(),
          badDeployment(),
          rateLimits(),
          softNotFound(),
          ledHome(),
          certificateEnds(),
          changedHands(),
          MovesOfPages.rebuiltSite());

  /** A day in which whoever is asked hangs up, for it is our own network that is gone. */
  static final SampleHappening NETWORK_GONE =
      new SampleHappening(
          "network-gone",
          DAY_ZERO.plus(day(5, 0)),
          "everywhere",
          "our own network is gone for a day: nothing can be reached, control URLs included",
          List.of());

  /** What every visit brings: see {@link PublisherLook} and the templates. */
  static final SampleHappening NOISE =
      new SampleHappening(
          "noise",
          DAY_ZERO,
          "everywhere",
          "noise at every visit: counters, tickers, tokens, banners, relative dates",
          List.of());

  private HappeningCalendar() {}

  static boolean isNetworkGone(Instant at) {
    Instant from = NETWORK_GONE.at();
    return !at.isBefore(from) && at.isBefore(from.plus(Duration.ofDays(1)));
  }

  /** Whether a scene has a page's words change. */
  static boolean changes(SampleHost twin, String path) {
    return SCENES.stream()
        .filter(scene -> scene.twin() == twin)
        .flatMap(scene -> scene.effects().stream())
        .anyMatch(effect -> effect instanceof AlteredPage altered && altered.path().equals(path));
  }

  static List<SampleScene> on(SampleHost twin, Instant at) {
    return SCENES.stream().filter(s -> s.twin() == twin && s.isOn(DAY_ZERO, at)).toList();
  }

  private static SampleScene addressesToConfirm() {
    return new SampleScene(
        "addresses-to-confirm",
        Duration.ZERO,
        Optional.empty(),
        SampleHost.MK,
        "the guide's file lacks five addresses; its live page has one of them",
        List.of(),
        List.of(
            asked(UNDERSTANDING, "Addressing Childhood Adversity & Trauma"),
            asked(IN_DEPTH, "Addressing adversity and trauma (young minds)"),
            asked(IN_DEPTH, "addressing adversity and trauma young minds"),
            asked("Wales resources", "Resources for professionals - ACE Hub Wales"),
            asked(
                "UK Trauma Council – free resources for training and development",
                "Childhood Trauma, War, Migration and Asylum - UK Trauma Council")));
  }

  private static ExpectedTelling asked(String section, String text) {
    return new ExpectedTelling(
        "/trauma-informed-practice-snap-guide" + GuideLine.mark("snap", section, text, 1),
        FindingKind.ADDRESS_QUESTION,
        NOTICE);
  }

  private static SampleScene supersededToolkit() {
    return new SampleScene(
        "superseded-toolkit",
        Duration.ZERO,
        Optional.empty(),
        SampleHost.GOV_SCOT,
        "the toolkit's lead has long said that it is replaced; the page still answers 200",
        List.of(),
        List.of(
            new ExpectedTelling(
                "/publications/trauma-informed-practice-toolkit-scotland/",
                FindingKind.GONE_IN_PLACE,
                NOTICE)));
  }

  private static SampleScene withdrawnVulnerabilities() {
    return new SampleScene(
        "withdrawn-page",
        day(7, 4),
        Optional.empty(),
        SampleHost.GOV_UK,
        "a guidance page is withdrawn by a notice; its text stays",
        List.of(
            new AlteredPage(
                VULNERABILITIES,
                page ->
                    page.with("withdrawn", "14 September 2026")
                        .with(
                            "explanation",
                            "This page is no longer current. Its advice is now part of the"
                                + " Working well with families programme."))),
        List.of(new ExpectedTelling(VULNERABILITIES, FindingKind.GONE_IN_PLACE, NOTICE)));
  }

  private static SampleScene renamedResources() {
    return new SampleScene(
        "renamed-resources",
        day(8, 1),
        Optional.empty(),
        SampleHost.UKTC,
        "everything under /resources/ moves to /resource/ with permanent redirects",
        List.of(new FolderRename("/resources/", "/resource/")),
        List.of(
            new ExpectedTelling(
                "/resources/childhood-trauma-and-the-brain",
                FindingKind.MOVED,
                EvidenceWait.MOVED)));
  }

  private static SampleScene botWall() {
    return new SampleScene(
        "bot-wall",
        day(9, 2),
        Optional.empty(),
        SampleHost.NCB,
        "a bot wall answers 403 to every program from now on; people get through",
        List.of(new InsteadOfPage(HappeningCalendar::everything, HappeningCalendar::challenge)),
        List.of());
  }

  private static SampleScene sixHoursDown() {
    return new SampleScene(
        "six-hours-down",
        day(10, -2),
        Optional.of(Duration.ofHours(6)),
        SampleHost.E_LFH,
        "the site is down for six hours (503) and comes back",
        List.of(new InsteadOfPage(HappeningCalendar::everything, HappeningCalendar::unavailable)),
        List.of());
  }

  private static SampleScene downForGood() {
    String framework = "/wp-content/uploads/2022/07/Trauma-Informed-Wales-Framework.pdf";
    return new SampleScene(
        "down-for-good",
        day(11, 3),
        Optional.empty(),
        SampleHost.TRAUMA_INFORMED_WALES,
        "the host hangs up on everybody and never comes back",
        List.of(
            new InsteadOfPage(
                HappeningCalendar::everything, visit -> new HostResponse.ConnectionCut())),
        List.of(new ExpectedTelling(framework, FindingKind.BROKEN, EvidenceWait.UNREACHABLE)));
  }

  private static SampleScene mendedTypo() {
    return new SampleScene(
        "mended-typo",
        day(13, 6),
        Optional.empty(),
        SampleHost.ACE_HUB,
        "a typing error is mended: \"our their lives\" becomes \"in our lives\"",
        List.of(new AlteredPage("/", page -> page.saying("our their lives", "in our lives"))),
        List.of());
  }

  private static HostResponse challenge(SampleVisit visit) {
    return HostResponse.html(
            403,
            "<!DOCTYPE html><title>Just a moment...</title><p>Verify you are human. Ray %s"
                .formatted(visit.noise().hex(8)))
        .with("cf-mitigated", "challenge")
        .with("Server", "cloudflare");
  }

  private static HostResponse unavailable(SampleVisit visit) {
    return HostResponse.html(503, "<title>Service unavailable</title><p>" + visit.noise().hex(4))
        .with("Retry-After", "600");
  }

  private static SampleScene badDeployment() {
    return new SampleScene(
        "bad-deployment",
        day(15, -1),
        Optional.of(Duration.ofHours(3)),
        SampleHost.GOV_UK,
        "a bad deployment answers 404 for every page for three hours",
        List.of(new InsteadOfPage(HappeningCalendar::everything, SampleSite::notFound)),
        List.of());
  }

  private static SampleScene rateLimits() {
    return new SampleScene(
        "rate-limits",
        day(3, -1),
        Optional.of(Duration.ofHours(30)),
        SampleHost.ACE_HUB,
        "the host limits rates for thirty hours (429 with Retry-After)",
        List.of(new InsteadOfPage(HappeningCalendar::everyPage, HappeningCalendar::tooMany)),
        List.of());
  }

  private static SampleScene softNotFound() {
    String programme = "/programmes/all-our-health";
    return new SampleScene(
        "soft-404",
        day(12, 2),
        Optional.empty(),
        SampleHost.E_LFH,
        "a programme is taken down; the site says \"Page not found\" with status 200",
        List.of(
            new InsteadOfPage(
                path -> path.startsWith("/programmes/"), HappeningCalendar::politelyMissing)),
        List.of(new ExpectedTelling(programme, FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static SampleScene ledHome() {
    return new SampleScene(
        "led-home",
        day(14, 3),
        Optional.empty(),
        SampleHost.UKTC,
        "the training page is dropped; its address now leads to the home page",
        List.of(new InsteadOfPage("/training"::equals, HappeningCalendar::home)),
        List.of(new ExpectedTelling("/training", FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static SampleScene certificateEnds() {
    return new SampleScene(
        "certificate-ends",
        Duration.between(DAY_ZERO, SampleAuthority.ENDS).minusDays(21),
        Optional.empty(),
        SampleHost.ACE_HUB,
        "the site's certificate ends in three weeks and nobody has renewed it",
        List.of(),
        List.of(new ExpectedTelling("/", FindingKind.TLS_PROBLEM, EvidenceWait.CERTIFICATE)));
  }

  private static SampleScene changedHands() {
    return new SampleScene(
        "changed-hands",
        day(16, 5),
        Optional.empty(),
        SampleHost.ANNA_FREUD,
        "the name lapses; who buys it sends every visitor to a shop for garden sheds",
        List.of(new InsteadOfPage(HappeningCalendar::everyPage, HappeningCalendar::toTheShop)),
        List.of(new ExpectedTelling("/", FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static HostResponse toTheShop(SampleVisit visit) {
    return HostResponse.html(302, "<title>Moved</title>")
        .with("Location", SampleHost.GARDEN_SHEDS.origin(visit.port()) + "/");
  }

  private static HostResponse tooMany(SampleVisit visit) {
    return HostResponse.html(429, "<title>Too many requests</title><p>" + visit.noise().hex(4))
        .with("Retry-After", "3600");
  }

  private static HostResponse politelyMissing(SampleVisit visit) {
    return HostResponse.html(200, PublisherLook.notFound(visit));
  }

  private static HostResponse home(SampleVisit visit) {
    return HostResponse.html(302, "<title>Moved</title>")
        .with("Location", "http://" + visit.asked().host() + ":" + visit.port() + "/");
  }

  private static boolean everyPage(String path) {
    return !path.equals("/robots.txt");
  }

  private static boolean everything(String path) {
    return path.startsWith("/");
  }

  static Duration day(int day, int hours) {
    return Duration.ofDays(day).plusHours(hours);
  }
}
