package signpost.sample.web;

import static signpost.sample.web.EvidenceWait.CONTACT;
import static signpost.sample.web.EvidenceWait.WORDS;
import static signpost.sample.web.HappeningCalendar.day;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.web.HostEffect.AlteredPage;
import signpost.sample.web.HostEffect.SiteRedesign;
import signpost.sample.web.HostEffect.StaleReplica;
import signpost.sample.web.SampleScene.ExpectedTelling;

/** The scenes in which every address goes on answering and what stands there is not the same. */
final class ChangesOfWords {
  private static final String NAME = "working-definition-of-trauma-informed-practice";
  private static final String DEFINITION = "/government/publications/" + NAME;
  private static final String SOCIAL_WORLD = "/resource/childhood-trauma-and-the-social-world";
  private static final String INSIGHT =
      "/sites/default/files/uploads/files/ABS%20Insight%204%20-%20Trauma%20Informed%20Practice%20-%20FINAL%20lo-res.pdf";
  private static final String DOCUMENTS =
      "/publications/trauma-informed-practice-toolkit-scotland/documents/";

  /** Numbers that Ofcom keeps for plays. */
  private static final String OLD_NUMBER = "08081 570 123";

  private static final String NEW_NUMBER = "08081 570 987";

  private ChangesOfWords() {}

  static SampleScene seventhPrinciple() {
    return new SampleScene(
        "seventh-principle",
        day(1, 5),
        Optional.empty(),
        SampleHost.GOV_UK,
        "a definition gains a principle; the publication that holds it says so in its history",
        List.of(
            new AlteredPage(DEFINITION + "/" + NAME, ChangesOfWords::seventhPrinciple),
            new AlteredPage(
                DEFINITION,
                page ->
                    page.with("note", "Added a seventh principle, accountability.")
                        .with("noted", HappeningCalendar.DAY_ZERO.plus(day(1, 5)).toString()))),
        List.of(new ExpectedTelling(DEFINITION + "/" + NAME, FindingKind.CHANGED, WORDS)));
  }

  static SampleScene newHelpline() {
    return new SampleScene(
        "new-helpline",
        day(2, 4),
        Optional.empty(),
        SampleHost.UKTC,
        "a helpline gets a new number; the old one rings no more",
        List.of(new AlteredPage(SOCIAL_WORLD, page -> page.saying(OLD_NUMBER, NEW_NUMBER))),
        List.of(new ExpectedTelling(SOCIAL_WORLD, FindingKind.CHANGED, CONTACT)));
  }

  static SampleScene swingingCopy() {
    return new SampleScene(
        "swinging-copy",
        day(3, 12),
        Optional.of(Duration.ofDays(9)),
        SampleHost.UKTC,
        "one machine of three still hands out the old number",
        List.of(new StaleReplica(SOCIAL_WORLD, page -> page.saying(NEW_NUMBER, OLD_NUMBER))),
        List.of());
  }

  static SampleScene replacedPaper() {
    return new SampleScene(
        "replaced-pdf",
        day(3, 3),
        Optional.empty(),
        SampleHost.NCB,
        "a PDF is replaced by a second edition at the same address, a page longer",
        List.of(new AlteredPage(INSIGHT, ChangesOfWords::secondEdition)),
        List.of(new ExpectedTelling(INSIGHT, FindingKind.CHANGED, WORDS)));
  }

  static SampleScene redesign() {
    return new SampleScene(
        "redesign",
        day(10, 5),
        Optional.empty(),
        SampleHost.UKTC,
        "every page gets another template: other menus, classes and footer, the same words",
        List.of(new SiteRedesign("redesign.html")),
        List.of());
  }

  static SampleScene anotherSubject() {
    return new SampleScene(
        "another-subject",
        day(16, 3),
        Optional.empty(),
        SampleHost.GOV_SCOT,
        "the toolkit's documents give way to something else at the same address",
        List.of(new AlteredPage(DOCUMENTS, ChangesOfWords::fuelPayments)),
        List.of(new ExpectedTelling(DOCUMENTS, FindingKind.CHANGED, WORDS)));
  }

  private static SamplePage seventhPrinciple(SamplePage page) {
    String last = "services look past stereotypes and respect each person's background.";
    return page.saying(
        last,
        last
            + "\n- Accountability: services publish what they promised to the people they serve,"
            + " and whether they kept it.");
  }

  private static SamplePage secondEdition(SamplePage page) {
    return page.saying(
            "Blackpool trained receptionists and bus drivers along with clinicians.",
            "Blackpool trained receptionists, bus drivers and librarians along with clinicians,"
                + " and again two years later.")
        .saying(
            "and pay parents for their advice.",
            """
            and pay parents for their advice.
            ## What this second edition adds
            Bradford found that fathers came when sessions moved to the evening. Lambeth stopped \
            asking families to tell their story twice.\
            """);
  }

  private static SamplePage fuelPayments(SamplePage page) {
    return page.about(
        "Winter heating payments: leaflets and posters",
        "Print-ready leaflets for offices that advise on heating costs.",
        """
        ## Leaflets
        Order up to two hundred copies of each leaflet in eleven languages; they arrive in a week.
        ## Posters
        Posters come in two sizes. Hang them where people wait, and take them down in April.\
        """);
  }
}
