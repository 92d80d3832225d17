package signpost.revision.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.events.RecordJson;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.ComparablePage.TextLink;
import signpost.web.extract.MediaKind;
import signpost.web.extract.TextBlock.BlockKind;
import signpost.web.extract.UnreadLines;

class ReadingFlipsTest {
  private static final String HELPLINE = "Ring our helpline on 0800 1111.";
  private static final Instant FIRST = Instant.parse("2026-03-02T06:00:00Z");
  private static final String NEWS = "Sign up for our newsletter.";

  @Test
  void lineThatStoodThereUnreadIsNoNews() {
    var then = page("Who we are").leaving(HELPLINE);
    assertThat(catchUp(then, page("Who we are", HELPLINE).leaving()))
        .containsExactly("Who we are", HELPLINE);
  }

  @Test
  void lineThatIsStillShownHasNotGone() {
    var then = page("Who we are", NEWS).leaving();
    assertThat(catchUp(then, page("Who we are").leaving(NEWS))).containsExactly("Who we are");
  }

  @Test
  void lineThatWentIsTold() {
    var then = page("Who we are", HELPLINE, NEWS).leaving();
    assertThat(catchUp(then, page("Who we are").leaving(NEWS)))
        .containsExactly("Who we are", HELPLINE);
  }

  @Test
  void lineThatCameIsTold() {
    var then = page("Who we are").leaving(NEWS);
    assertThat(catchUp(then, page("Who we are", HELPLINE, NEWS).leaving()))
        .containsExactly("Who we are", NEWS);
  }

  @Test
  void lineThatStandsInTheMenuTooIsToldWhenItGoesFromTheContent() {
    var then = page("Who we are", "Counselling").leaving("Counselling");
    assertThat(catchUp(then, page("Who we are").leaving("Counselling")))
        .containsExactly("Who we are", "Counselling");
  }

  @Test
  void oneOfTwoLikeItMayBeLeftUnread() {
    var then = page("Price", "£5", "Price", "£5").leaving();
    assertThat(catchUp(then, page("Price", "£5").leaving("Price", "£5")))
        .containsExactly("Price", "£5");
  }

  @Test
  void lineThatIsRewordedIsTold() {
    var then = page("Open on Mondays").leaving();
    assertThat(catchUp(then, page("Open on Tuesdays").leaving("Open on Mondays only")))
        .containsExactly("Open on Mondays");
  }

  @Test
  void linkThatIsStillThereHasNotGone() {
    TextLink link = new TextLink("https://www.a.example/map", "Map", "", false);
    ComparablePage then = page("Who we are").leaving().with(link);
    ComparablePage now = page("Who we are").leaving(link.place()).comparable();
    assertThat(ReadingFlips.caughtUp(then, now).links()).isEmpty();
  }

  @Test
  void linkThatWentIsTold() {
    TextLink link = new TextLink("https://www.a.example/map", "Map", "", false);
    ComparablePage then = page("Who we are").leaving().with(link);
    ComparablePage now = page("Who we are").leaving(NEWS).comparable();
    assertThat(ReadingFlips.caughtUp(then, now).links()).containsExactly(link);
  }

  @Test
  void stateOfAnOlderReleaseTakesWhatCameAsKnown() {
    ComparablePage then =
        RecordJson.read(
            """
            {"title":"A page","lines":[{"kind":"PARAGRAPH","text":"Who we are"}],
            "links":[],"notices":[],"media":"HTML","pages":1}\
            """,
            ComparablePage.class);
    ComparablePage now = page("Who we are", HELPLINE).leaving(NEWS).comparable();
    assertThat(texts(ReadingFlips.caughtUp(then, now))).containsExactly("Who we are", HELPLINE);
  }

  @Test
  void flipIsNoNewsHoweverOftenItIsSeen() {
    RevisionState state = RevisionState.first(page("Who we are", NEWS).leaving().comparable());
    for (int day = 1; day < 5; day++) {
      Shown flipped = page("Who we are").leaving(NEWS);
      Shown back = page("Who we are", NEWS).leaving();
      VisitComparison visit =
          VisitComparison.of(
              state,
              (day % 2 == 1 ? flipped : back).comparable(),
              PageSetting.plain(),
              FIRST.plus(Duration.ofDays(day)));
      assertThat(visit.isNews()).isFalse();
      state = visit.after(1, Optional.empty(), 0);
    }
    assertThat(texts(state.told())).containsExactly("Who we are", NEWS);
  }

  @Test
  void changeBesideAFlipIsToldAtItsSecondSighting() {
    RevisionState state = RevisionState.first(page("Open daily", NEWS).leaving().comparable());
    ComparablePage now = page("Closed for good", HELPLINE).leaving(NEWS).comparable();
    VisitComparison first = VisitComparison.of(state, now, PageSetting.plain(), FIRST);
    assertThat(first.isNews()).isFalse();
    state = first.after(1, Optional.empty(), 0);
    VisitComparison second =
        VisitComparison.of(state, now, PageSetting.plain(), FIRST.plus(Duration.ofHours(1)));
    assertThat(second.isNews()).isTrue();
    assertThat(second.change(false).hunks().toString())
        .contains("Closed", "0800 1111")
        .doesNotContain("newsletter");
  }

  @Test
  void whatWasLeftUnreadIsRemembered() {
    ComparablePage page = page("Who we are").leaving(NEWS, HELPLINE).comparable();
    String written = RecordJson.write(page);
    assertThat(RecordJson.read(written, ComparablePage.class)).isEqualTo(page);
    assertThat(page.unread().orElseThrow().counts())
        .containsOnlyKeys(UnreadLines.hash(NEWS), UnreadLines.hash(HELPLINE));
  }

  private static List<String> catchUp(Shown then, Shown now) {
    return texts(ReadingFlips.caughtUp(then.comparable(), now.comparable()));
  }

  private static List<String> texts(ComparablePage page) {
    return page.lines().stream().map(TextLine::text).toList();
  }

  private static Shown page(String... read) {
    return new Shown(List.of(read), List.of());
  }

  /** A page of which some lines are read and some are not. */
  private record Shown(List<String> read, List<String> unread) {
    Shown leaving(String... others) {
      return new Shown(read, Arrays.asList(others));
    }

    ComparablePage comparable() {
      return with();
    }

    ComparablePage with(TextLink... links) {
      return new ComparablePage(
          "A page",
          read.stream().map(text -> new TextLine(BlockKind.PARAGRAPH, text, false, 0)).toList(),
          List.of(links),
          List.of(),
          MediaKind.HTML,
          1,
          Optional.of(UnreadLines.of(unread)));
    }
  }
}
