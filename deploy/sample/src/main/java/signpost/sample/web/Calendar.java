package signpost.sample.web;

import static signpost.sample.web.Evidence.HIDDEN;
import static signpost.sample.web.Evidence.NOTICE;
import static signpost.sample.web.Evidence.NOT_FOUND;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.web.Effect.Altered;
import signpost.sample.web.Effect.Instead;
import signpost.sample.web.Effect.Renamed;
import signpost.sample.web.Scene.Expected;

/** What happens on the sample web in 21 days. A new happening is one more scene here. */
final class Calendar {
  /** A Monday; the guide's first crawl is at 06:00 in London. */
  static final Instant DAY_ZERO = Instant.parse("2026-09-07T05:00:00Z");

  private static final String VULNERABILITIES =
      "/government/publications/vulnerabilities-applying-all-our-health"
          + "/vulnerabilities-applying-all-our-health";
  private static final String WEB_BOOK = "/media/cmtffcce/ym-addressing-adversity-book-web-2.pdf";

  static final List<Scene> SCENES =
      List.of(
          ChangesOfWords.seventhPrinciple(),
          ChangesOfWords.newHelpline(),
          ChangesOfWords.swingingCopy(),
          ChangesOfWords.replacedPaper(),
          ChangesOfWords.redesign(),
          ChangesOfWords.anotherSubject(),
          supersededToolkit(),
          withdrawnVulnerabilities(),
          reuploadedWebBook(),
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
          changedHands());

  /** A day in which whoever is asked hangs up, for it is our own network that is gone. */
  static final Happening NETWORK_GONE =
      new Happening(
          "network-gone",
          DAY_ZERO.plus(day(5, 0)),
          "everywhere",
          "our own network is gone for a day: nothing can be reached, control URLs included",
          List.of());

  /** What every visit brings: see {@link Look} and the templates. */
  static final Happening NOISE =
      new Happening(
          "noise",
          DAY_ZERO,
          "everywhere",
          "noise at every visit: counters, tickers, tokens, banners, relative dates",
          List.of());

  private Calendar() {}

  static boolean isNetworkGone(Instant at) {
    Instant from = NETWORK_GONE.at();
    return !at.isBefore(from) && at.isBefore(from.plus(Duration.ofDays(1)));
  }

  /** Whether a scene has a page's words change. */
  static boolean changes(Twin twin, String path) {
    return SCENES.stream()
        .filter(scene -> scene.twin() == twin)
        .flatMap(scene -> scene.effects().stream())
        .anyMatch(effect -> effect instanceof Altered altered && altered.path().equals(path));
  }

  static List<Scene> on(Twin twin, Instant at) {
    return SCENES.stream().filter(s -> s.twin() == twin && s.isOn(DAY_ZERO, at)).toList();
  }

  private static Scene supersededToolkit() {
    return new Scene(
        "superseded-toolkit",
        Duration.ZERO,
        Optional.empty(),
        Twin.GOV_SCOT,
        "the toolkit's lead has long said that it is replaced; the page still answers 200",
        List.of(),
        List.of(
            new Expected(
                "/publications/trauma-informed-practice-toolkit-scotland/",
                FindingKind.GONE_IN_PLACE,
                NOTICE)));
  }

  private static Scene withdrawnVulnerabilities() {
    return new Scene(
        "withdrawn-page",
        day(7, 4),
        Optional.empty(),
        Twin.GOV_UK,
        "a guidance page is withdrawn by a notice; its text stays",
        List.of(
            new Altered(
                VULNERABILITIES,
                page ->
                    page.with("withdrawn", "14 September 2026")
                        .with(
                            "explanation",
                            "This page is no longer current. Its advice is now part of the"
                                + " Working well with families programme."))),
        List.of(new Expected(VULNERABILITIES, FindingKind.GONE_IN_PLACE, NOTICE)));
  }

  private static Scene reuploadedWebBook() {
    return new Scene(
        "reuploaded-pdf",
        day(8, 9),
        Optional.empty(),
        Twin.YOUNGMINDS,
        "the web book is uploaded again: a new address, and 404 at the old one",
        List.of(new Instead(WEB_BOOK::equals, Site::notFound)),
        List.of(new Expected(WEB_BOOK, FindingKind.BROKEN, NOT_FOUND)));
  }

  private static Scene renamedResources() {
    return new Scene(
        "renamed-resources",
        day(8, 1),
        Optional.empty(),
        Twin.UKTC,
        "everything under /resources/ moves to /resource/ with permanent redirects",
        List.of(new Renamed("/resources/", "/resource/")),
        List.of(
            new Expected(
                "/resources/childhood-trauma-and-the-brain", FindingKind.MOVED, Evidence.MOVED)));
  }

  private static Scene botWall() {
    return new Scene(
        "bot-wall",
        day(9, 2),
        Optional.empty(),
        Twin.NCB,
        "a bot wall answers 403 to every program from now on; people get through",
        List.of(new Instead(Calendar::everything, Calendar::challenge)),
        List.of());
  }

  private static Scene sixHoursDown() {
    return new Scene(
        "six-hours-down",
        day(10, -2),
        Optional.of(Duration.ofHours(6)),
        Twin.E_LFH,
        "the site is down for six hours (503) and comes back",
        List.of(new Instead(Calendar::everything, Calendar::unavailable)),
        List.of());
  }

  private static Scene downForGood() {
    String framework = "/wp-content/uploads/2022/07/Trauma-Informed-Wales-Framework.pdf";
    return new Scene(
        "down-for-good",
        day(11, 3),
        Optional.empty(),
        Twin.TRAUMA_INFORMED_WALES,
        "the host hangs up on everybody and never comes back",
        List.of(new Instead(Calendar::everything, visit -> new Answer.Cut())),
        List.of(new Expected(framework, FindingKind.BROKEN, Evidence.UNREACHABLE)));
  }

  private static Scene mendedTypo() {
    return new Scene(
        "mended-typo",
        day(13, 6),
        Optional.empty(),
        Twin.ACE_HUB,
        "a typing error is mended: \"our their lives\" becomes \"in our lives\"",
        List.of(new Altered("/", page -> page.saying("our their lives", "in our lives"))),
        List.of());
  }

  private static Answer challenge(Visit visit) {
    return Answer.html(
            403,
            "<!DOCTYPE html><title>Just a moment...</title><p>Verify you are human. Ray %s"
                .formatted(visit.noise().hex(8)))
        .with("cf-mitigated", "challenge")
        .with("Server", "cloudflare");
  }

  private static Answer unavailable(Visit visit) {
    return Answer.html(503, "<title>Service unavailable</title><p>" + visit.noise().hex(4))
        .with("Retry-After", "600");
  }

  private static Scene badDeployment() {
    return new Scene(
        "bad-deployment",
        day(15, -1),
        Optional.of(Duration.ofHours(3)),
        Twin.GOV_UK,
        "a bad deployment answers 404 for every page for three hours",
        List.of(new Instead(Calendar::everything, Site::notFound)),
        List.of());
  }

  private static Scene rateLimits() {
    return new Scene(
        "rate-limits",
        day(3, -1),
        Optional.of(Duration.ofHours(30)),
        Twin.ACE_HUB,
        "the host limits rates for thirty hours (429 with Retry-After)",
        List.of(new Instead(Calendar::everyPage, Calendar::tooMany)),
        List.of());
  }

  private static Scene softNotFound() {
    String programme = "/programmes/all-our-health";
    return new Scene(
        "soft-404",
        day(12, 2),
        Optional.empty(),
        Twin.E_LFH,
        "a programme is taken down; the site says \"Page not found\" with status 200",
        List.of(new Instead(path -> path.startsWith("/programmes/"), Calendar::politelyMissing)),
        List.of(new Expected(programme, FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static Scene ledHome() {
    return new Scene(
        "led-home",
        day(14, 3),
        Optional.empty(),
        Twin.UKTC,
        "the training page is dropped; its address now leads to the home page",
        List.of(new Instead("/training"::equals, Calendar::home)),
        List.of(new Expected("/training", FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static Scene certificateEnds() {
    return new Scene(
        "certificate-ends",
        Duration.between(DAY_ZERO, Authority.ENDS).minusDays(21),
        Optional.empty(),
        Twin.ACE_HUB,
        "the site's certificate ends in three weeks and nobody has renewed it",
        List.of(),
        List.of(new Expected("/", FindingKind.TLS_PROBLEM, Evidence.CERTIFICATE)));
  }

  private static Scene changedHands() {
    return new Scene(
        "changed-hands",
        day(16, 5),
        Optional.empty(),
        Twin.ANNA_FREUD,
        "the name lapses; who buys it sends every visitor to a shop for garden sheds",
        List.of(new Instead(Calendar::everyPage, Calendar::toTheShop)),
        List.of(new Expected("/", FindingKind.GONE_IN_PLACE, HIDDEN)));
  }

  private static Answer toTheShop(Visit visit) {
    return Answer.html(302, "<title>Moved</title>")
        .with("Location", Twin.GARDEN_SHEDS.origin(visit.port()) + "/");
  }

  private static Answer tooMany(Visit visit) {
    return Answer.html(429, "<title>Too many requests</title><p>" + visit.noise().hex(4))
        .with("Retry-After", "3600");
  }

  private static Answer politelyMissing(Visit visit) {
    return Answer.html(200, Look.notFound(visit));
  }

  private static Answer home(Visit visit) {
    return Answer.html(302, "<title>Moved</title>")
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
