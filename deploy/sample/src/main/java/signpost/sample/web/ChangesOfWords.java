package signpost.sample.web;

import static signpost.sample.web.Calendar.day;
import static signpost.sample.web.Evidence.CONTACT;
import static signpost.sample.web.Evidence.WORDS;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.web.Effect.Altered;
import signpost.sample.web.Effect.Redesigned;
import signpost.sample.web.Effect.Swinging;
import signpost.sample.web.Scene.Expected;

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

  static Scene seventhPrinciple() {
    return new Scene(
        "seventh-principle",
        day(1, 5),
        Optional.empty(),
        Twin.GOV_UK,
        "a definition gains a principle; the publication that holds it says so in its history",
        List.of(
            new Altered(DEFINITION + "/" + NAME, ChangesOfWords::seventhPrinciple),
            new Altered(
                DEFINITION,
                page ->
                    page.with("note", "Added a seventh principle, accountability.")
                        .with("noted", Calendar.DAY_ZERO.plus(day(1, 5)).toString()))),
        List.of(new Expected(DEFINITION + "/" + NAME, FindingKind.CHANGED, WORDS)));
  }

  static Scene newHelpline() {
    return new Scene(
        "new-helpline",
        day(2, 4),
        Optional.empty(),
        Twin.UKTC,
        "a helpline gets a new number; the old one rings no more",
        List.of(new Altered(SOCIAL_WORLD, page -> page.saying(OLD_NUMBER, NEW_NUMBER))),
        List.of(new Expected(SOCIAL_WORLD, FindingKind.CHANGED, CONTACT)));
  }

  static Scene swingingCopy() {
    return new Scene(
        "swinging-copy",
        day(3, 12),
        Optional.of(Duration.ofDays(9)),
        Twin.UKTC,
        "one machine of three still hands out the old number",
        List.of(new Swinging(SOCIAL_WORLD, page -> page.saying(NEW_NUMBER, OLD_NUMBER))),
        List.of());
  }

  static Scene replacedPaper() {
    return new Scene(
        "replaced-pdf",
        day(3, 3),
        Optional.empty(),
        Twin.NCB,
        "a PDF is replaced by a second edition at the same address, a page longer",
        List.of(new Altered(INSIGHT, ChangesOfWords::secondEdition)),
        List.of(new Expected(INSIGHT, FindingKind.CHANGED, WORDS)));
  }

  static Scene redesign() {
    return new Scene(
        "redesign",
        day(10, 5),
        Optional.empty(),
        Twin.UKTC,
        "every page gets another template: other menus, classes and footer, the same words",
        List.of(new Redesigned("redesign.html")),
        List.of());
  }

  static Scene anotherSubject() {
    return new Scene(
        "another-subject",
        day(16, 3),
        Optional.empty(),
        Twin.GOV_SCOT,
        "the toolkit's documents give way to something else at the same address",
        List.of(new Altered(DOCUMENTS, ChangesOfWords::fuelPayments)),
        List.of(new Expected(DOCUMENTS, FindingKind.CHANGED, WORDS)));
  }

  private static Page seventhPrinciple(Page page) {
    String last = "services look past stereotypes and respect each person's background.";
    return page.saying(
        last,
        last
            + "\n- Accountability: services publish what they promised to the people they serve,"
            + " and whether they kept it.");
  }

  private static Page secondEdition(Page page) {
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

  private static Page fuelPayments(Page page) {
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
