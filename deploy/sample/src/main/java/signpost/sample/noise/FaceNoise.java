package signpost.sample.noise;

import java.util.List;
import java.util.function.IntPredicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Pages that show another face at some visits, and then the old one again. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum FaceNoise implements NoiseKind {
  AB_TEST(
      visit -> false,
      (page, moment) -> {
        if (moment.visit() % 2 == 1) {
          PagePlaces.atTop(
              page, "<p>Did you know? One in four people asks for help within a year.</p>");
          PagePlaces.main(page)
              .append("<p><a href=\"/start\">Start now, it takes two minutes</a></p>");
        }
      }),
  AB_TEST_OF_WORDS(
      visit -> false,
      (page, moment) -> {
        if (moment.visit() % 2 == 1) {
          PagePlaces.paragraphs(page).stream()
              .findFirst()
              .ifPresent(it -> it.text("We are here for you whatever has happened. " + it.text()));
        }
      }),
  OLD_COPY(
      visit -> visit % 7 == 3,
      (page, moment) -> {
        List<Element> paragraphs = PagePlaces.paragraphs(page);
        if (!paragraphs.isEmpty()) {
          paragraphs.getLast().text("Until spring these groups meet online, once a month.");
        }
      }),
  ERROR_PAGE(
      visit -> visit % 29 == 13,
      (page, _) ->
          page.body()
              .html(
                  "<h1>Something went wrong</h1><p>The service is not available at the moment. Try again"
                      + " later.</p>")),
  HALF_PAGE(
      visit -> visit % 19 == 7,
      (page, _) -> {
        List<Element> parts = PagePlaces.main(page).select("h2, h2 ~ *");
        parts.stream().skip(parts.size() / 4).forEach(Element::remove);
      }),
  SKELETON(visit -> visit % 17 == 5, (page, _) -> PagePlaces.main(page).html("<p>Loading…</p>")),
  NAVIGATION_ONLY(visit -> visit % 31 == 9, (page, _) -> PagePlaces.main(page).remove());

  private final IntPredicate other;
  private final NoiseEdit act;

  FaceNoise(IntPredicate other, NoiseEdit act) {
    this.other = other;
    this.act = act;
  }

  @Override
  public void disturb(Document page, NoisyVisit moment) {
    if (hides(moment) || this == AB_TEST || this == AB_TEST_OF_WORDS) {
      act.on(page, moment);
    }
  }

  @Override
  public boolean hides(NoisyVisit moment) {
    return other.test(moment.visit());
  }
}
