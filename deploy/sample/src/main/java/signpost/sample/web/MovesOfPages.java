package signpost.sample.web;

import static signpost.sample.web.EvidenceWait.NOT_FOUND;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.FindingEvent.FindingKind;
import signpost.sample.web.HostEffect.AlteredPage;
import signpost.sample.web.HostEffect.MovedPage;
import signpost.sample.web.SampleScene.ExpectedTelling;

/** Scenes in which pages go elsewhere and nothing at the old address says where. */
final class MovesOfPages {
  private static final String WEB_BOOK = "/media/cmtffcce/ym-addressing-adversity-book-web-2.pdf";
  private static final String WEB_BOOK_NOW =
      "/media/p1xhz0qa/ym-addressing-adversity-book-web-3.pdf";

  private static final String FILES = "/government/uploads/system/uploads/attachment_data/file/";
  private static final String CHECKLIST = FILES + "1104857/trauma-informed-practice-checklist.pdf";
  private static final String CHECKLIST_NOW = FILES + "1187320/tip-second-edition.pdf";

  /** The last two of what the Family Hub had under {@code /advice/}. */
  private static final String MERGED = "/advice/debt-advice";

  private static final String GONE = "/advice/toy-library";

  /** The ten others. */
  private static final List<String> MOVED =
      List.of(
          "rent-arrears",
          "school-meals",
          "health-visitor",
          "young-carers",
          "parenting-course",
          "food-bank",
          "autism-assessment",
          "safe-sleep",
          "domestic-abuse",
          "teenage-mental-health");

  private MovesOfPages() {}

  static SampleScene reuploadedWebBook() {
    return new SampleScene(
        "reuploaded-pdf",
        HappeningCalendar.day(8, 9),
        Optional.empty(),
        SampleHost.YOUNGMINDS,
        "the web book is uploaded again: a new address, and 404 at the old one",
        List.of(new MovedPage(WEB_BOOK, Optional.of(WEB_BOOK_NOW))),
        List.of(new ExpectedTelling(WEB_BOOK, FindingKind.BROKEN, NOT_FOUND)));
  }

  static SampleScene replacedAttachment() {
    return new SampleScene(
        "replaced-attachment",
        HappeningCalendar.day(12, 7),
        Optional.empty(),
        SampleHost.GOV_UK,
        "a publication's PDF has a second edition: a new file, and 404 at the old one",
        List.of(
            new MovedPage(CHECKLIST, Optional.of(CHECKLIST_NOW)),
            new AlteredPage(CHECKLIST_NOW, MovesOfPages::secondEdition),
            new AlteredPage(
                "/government/publications/trauma-informed-practice-checklist",
                page -> page.saying(CHECKLIST, CHECKLIST_NOW))),
        List.of(new ExpectedTelling(CHECKLIST, FindingKind.BROKEN, NOT_FOUND)));
  }

  private static SamplePage secondEdition(SamplePage page) {
    return page.with("title", "Trauma-informed practice checklist: second edition")
        .more(
            """
            ## Online
            A video call has a waiting room with a clock, and a way to leave without a word.\
            """);
  }

  static SampleScene rebuiltSite() {
    List<HostEffect> effects = new ArrayList<>();
    MOVED.forEach(
        it -> effects.add(new MovedPage("/advice/" + it, Optional.of("/help-for-families/" + it))));
    effects.add(new AlteredPage("/help-for-families/rent-arrears", MovesOfPages::withDebtAdvice));
    effects.add(new MovedPage(MERGED, Optional.empty()));
    effects.add(new MovedPage(GONE, Optional.empty()));
    return new SampleScene(
        "rebuilt-site",
        HappeningCalendar.day(17, 2),
        Optional.empty(),
        SampleHost.FAMILY_HUB,
        "the site is rebuilt: ten pages have new addresses, one is part of another, one is gone",
        effects,
        Stream.concat(MOVED.stream().map(it -> "/advice/" + it), Stream.of(MERGED, GONE))
            .map(path -> new ExpectedTelling(path, FindingKind.BROKEN, NOT_FOUND))
            .toList());
  }

  /** What the page about debt said stands below what was said about rent. */
  private static SamplePage withDebtAdvice(SamplePage page) {
    return page.more(
        """
        ## Free debt advice
        Bring every envelope, opened or not: the adviser sorts bailiffs, council tax and catalogues \
        into what is urgent and what can wait.

        Breathing space stops interest and doorstep visits for sixty days while a plan is made.

        Bankruptcy and debt relief orders are explained without jargon, with what each of them costs.\
        """);
  }
}
