package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.health.Observation.PageEnded;

/**
 * Pages in the shape that publishers' public templates give them, in words of our own: what must be
 * read on each, what it says of its own end, which changes of it are news, and which are not. The
 * facts stand in {@code publishers/*.yaml}.
 */
final class PublisherMarkupTest {
  private static final Instant FIRST_SEEN_AT = Instant.parse("2026-11-02T09:00:00Z");
  private static final Duration LATER = Duration.ofMinutes(20);

  static Stream<PublisherPage> pages() {
    return Stream.of(
            "gov-uk",
            "gov-scot",
            "nhs-uk",
            "nhs-england",
            "wordpress",
            "localgov-drupal",
            "drupal",
            "umbraco",
            "squarespace",
            "wix",
            "moodle")
        .flatMap(PublisherPage::of);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isReadAsPeopleReadIt(PublisherPage given) {
    ReadablePage page = given.page();
    assertSoftly(softly -> {
      given.fact("title").ifPresent(it -> softly.assertThat(page.title()).isEqualTo(it));
      given.fact("lead").ifPresent(it -> softly.assertThat(page.lead()).isEqualTo(it));
      given.list("read").forEach(it -> softly.assertThat(page.text()).contains(it));
      given.list("unread").forEach(it -> softly.assertThat(page.text()).doesNotContain(it));
    });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasItsLinksWhereTheyStand(PublisherPage given) {
    assertThat(given.page().outlinks())
        .extracting(PublisherMarkupTest::written)
        .containsAll(given.list("links"));
  }

  private static String written(Outlink link) {
    return String.join(" | ", link.text(), link.url().href(), link.heading());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void saysWhenItWasWrittenAndInWhichLanguages(PublisherPage given) {
    ReadablePage page = given.page();
    assertThat(page.dates()).extracting(Object::toString).containsAll(given.list("dates"));
    assertThat(page.translations())
        .extracting(it -> it.language() + " " + it.url().href())
        .containsAll(given.list("translations"));
    given.fact("kind").ifPresent(it -> assertThat(given.explained().kind()).hasToString(it));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void endsAsItsNoticeSays(PublisherPage given) {
    Optional<PageEnded> ending = given.ending();
    assertThat(ending.map(it -> it.kind().name())).isEqualTo(given.fact("ending"));
    assertThat(ending.flatMap(PageEnded::replacement)).isEqualTo(given.fact("home"));
    given.fact("says").ifPresent(it -> assertThat(ending.orElseThrow().words()).contains(it));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void tellsAChangeOfWhatMatters(PublisherPage given) {
    assertSoftly(softly ->
        given
            .map("seen")
            .forEach((old, young) -> {
              PublisherPage after = given.with(old.toString(), young.toString());
              softly.assertThat(told(given, after)).as("%s to %s", old, young).isTrue();
            }));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void keepsSilentOfItsBoilerplate(PublisherPage given) {
    assertSoftly(softly ->
        given
            .map("same")
            .forEach((old, young) -> {
              PublisherPage after = given.with(old.toString(), young.toString());
              softly.assertThat(told(given, after)).as("%s to %s", old, young).isFalse();
            }));
  }

  /** Whether both say so that compare readings: side by side, and from visit to visit. */
  private static boolean told(PublisherPage before, PublisherPage after) {
    boolean beside =
        PageDiff.between(before.page(), after.page(), /* siteRoot= */ false).change().isPresent();
    boolean later = confirmed(before.page(), after.page());
    assertThat(later).as("as side by side").isEqualTo(beside);
    return beside;
  }

  private static boolean confirmed(ReadablePage before, ReadablePage after) {
    RevisionState first = see(Optional.empty(), before, FIRST_SEEN_AT).after();
    RevisionState once = see(Optional.of(first), after, FIRST_SEEN_AT.plus(LATER)).after();
    Instant again = FIRST_SEEN_AT.plus(LATER).plus(LATER);
    return see(Optional.of(once), after, again) instanceof RevisionOutcome.Confirmed;
  }

  private static RevisionOutcome see(
      Optional<RevisionState> before, ReadablePage page, Instant now) {
    return RevisionDetector.see(before, page, PageSetting.plain(), now);
  }
}
