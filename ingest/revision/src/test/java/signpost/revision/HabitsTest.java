package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeKind;
import signpost.revision.RevisionOutcome.Confirmed;
import signpost.revision.RevisionOutcome.SameReading;
import signpost.revision.RevisionOutcome.SeenOnce;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.WrittenPage;

/** A page of which some places change by themselves, amid which somebody edits. */
class HabitsTest {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final List<String> BODY =
      List.of(
          "#Support",
          "Ring the helpline on 0800 123 4567.",
          "Anyone may refer a child to the service.",
          "#Training",
          "Courses are free for schools in the county.");

  private final List<Confirmed> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-23T05:00:00Z");
  private @Nullable RevisionState state;

  /** A daily visit, and another as soon as the first asks for it. */
  private void visit(WrittenPage page) {
    RevisionOutcome outcome = see(page);
    if (outcome instanceof SeenOnce) {
      now = now.plus(QUARTER);
      see(page);
      now = now.minus(QUARTER);
    }
    now = now.plus(Duration.ofDays(1));
  }

  private RevisionOutcome see(WrittenPage page) {
    RevisionOutcome outcome =
        RevisionDetector.see(Optional.ofNullable(state), page.page(), PageSetting.plain(), now);
    state = outcome.after();
    if (outcome instanceof Confirmed confirmed) {
      told.add(confirmed);
    }
    return outcome;
  }

  private static WrittenPage with(int at, String... more) {
    List<String> lines = new ArrayList<>(BODY);
    lines.addAll(at, List.of(more));
    return WrittenPage.saying(lines.toArray(String[]::new));
  }

  private static WrittenPage replacing(WrittenPage page, String old, String young) {
    return WrittenPage.saying(
        lines(page).stream().map(it -> it.equals(old) ? young : it).toArray(String[]::new));
  }

  private static List<String> lines(WrittenPage page) {
    return page.blocks().stream()
        .map(block -> (block.level() > 0 ? "#" : "") + block.text())
        .toList();
  }

  private static String ticker(int n) {
    String[] words = {"Snow", "Fair", "Choir", "Market", "Bonfire", "Swimming", "Theatre"};
    return words[n % 7] + " on the green, item " + "abcdefghijklmnopqrstuvwxyz".charAt(n % 26) + n;
  }

  @Test
  void tickerThatDiffersAtEveryLookIsNeverTold() {
    for (int n = 0; n < 60; n++) {
      see(with(2, ticker(n)));
      now = now.plus(n % 2 == 0 ? QUARTER : Duration.ofDays(1));
    }
    assertThat(told).isEmpty();
    assertThat(ignored()).singleElement().asString().contains("on the green");
  }

  @Test
  void quoteOfTheDayIsToldOnceAndNeverAgain() {
    List<String> quotes =
        List.of(
            "Courage is quieter than people think.",
            "Small steps still move you forward.",
            "Rest is part of the work.",
            "Home is where you are expected.",
            "Begin where you are.",
            "Kindness lasts a year.");
    Random random = new Random(3);
    for (int day = 0; day < 60; day++) {
      visit(with(2, quotes.get(random.nextInt(quotes.size()))));
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void otherWordsWrittenTwiceInThePlaceOfOthersAreToldOnceTheyStay() {
    visit(with(2, "Swimming is on Mondays."));
    visit(with(2, "The choir sings carols at noon."));
    for (int day = 0; day < 5; day++) {
      visit(with(2, "Bring wellingtons and a torch."));
    }
    visit(with(2, "Nobody rows after dusk."));
    told.clear();
    for (int day = 0; day < 5; day++) {
      visit(with(2, "Lanterns hang by the gate."));
    }
    assertThat(told).hasSize(1);
  }

  @Test
  void closingInAPlaceThatChangesOftenIsToldAtOnce() {
    visit(with(2, "Swimming is on Mondays."));
    visit(with(2, "The choir sings carols at noon."));
    told.clear();
    visit(with(2, "The pool has closed for good."));
    assertThat(told).hasSize(1);
  }

  @Test
  void sentenceSeenTwiceAmongOtherWordsIsNews() {
    String edit = "Only a doctor may refer a child.";
    visit(with(0));
    see(replacing(with(0), BODY.get(2), edit));
    now = now.plus(QUARTER);
    see(replacing(with(0), BODY.get(2), "We are here for you. " + edit));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().change().sentence()).contains(edit);
  }

  @Test
  void wordsSetOtherwiseByAnEditorsSoftwareAreNoChange() {
    visit(with(2, "Don't wait - ring \"Sam\" now."));
    visit(with(2, "Don’t wait – ring “Sam” now."));
    assertThat(told).isEmpty();
  }

  @Test
  void pageAboutSomethingElseUnderATickerIsToldAtItsSecondSighting() {
    visit(with(0, "#" + ticker(0)));
    for (int n = 1; n < 3; n++) {
      see(
          WrittenPage.saying(
                  "#" + ticker(n),
                  "Parish councils can ask for half of what repairs to a hall cost.",
                  "We pay for roofs, gutters and ramps.")
              .titled("Grants for village halls"));
      now = now.plus(QUARTER);
    }
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().change().kinds()).startsWith(ChangeKind.IDENTITY);
  }

  @Test
  void editBesideATickerIsToldAtItsSecondSighting() {
    int n = 0;
    while (n < 10) {
      see(with(2, ticker(n++)));
      now = now.plus(Duration.ofDays(1));
    }
    assertThat(
            see(replacing(with(2, ticker(n++)), BODY.get(2), "Only a doctor may refer a child.")))
        .isInstanceOf(SeenOnce.class);
    now = now.plus(QUARTER);
    see(replacing(with(2, ticker(n)), BODY.get(2), "Only a doctor may refer a child."));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().change().kinds()).containsExactly(ChangeKind.SUBSTANTIVE);
    assertThat(told.getFirst().change().hunks()).hasSize(1);
  }

  @Test
  void editBesideATickerNotYetKnownIsToldToo() {
    see(with(2, ticker(0)));
    now = now.plus(Duration.ofDays(1));
    see(with(2, ticker(1), "A paragraph for parents came beside it."));
    now = now.plus(QUARTER);
    see(with(2, ticker(2), "A paragraph for parents came beside it."));

    assertThat(told).hasSize(1);
    assertThat(words(told.getFirst())).containsExactly("A paragraph for parents came beside it.");
  }

  @Test
  void paragraphTakenOutBesideATickerIsTold() {
    for (int n = 0; n < 10; n++) {
      visit(with(2, ticker(n), "Parents may come along."));
    }
    told.clear();
    see(with(2, ticker(10)));
    now = now.plus(QUARTER);
    see(with(2, ticker(11)));

    assertThat(told).hasSize(1);
    assertThat(words(told.getFirst())).containsExactly("Parents may come along.");
  }

  @Test
  void shuffledListIsNoChange() {
    List<String> items = new ArrayList<>(List.of("One", "Two", "Three", "Four", "Five", "Six"));
    Random random = new Random(5);
    for (int n = 0; n < 40; n++) {
      visit(with(2, items.toArray(String[]::new)));
      Collections.shuffle(items, random);
    }
    assertThat(told).isEmpty();
  }

  @Test
  void randomPickOfRelatedPagesIsNeverTold() {
    Random random = new Random(8);
    for (int n = 0; n < 60; n++) {
      List<Integer> picks = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
      Collections.shuffle(picks, random);
      WrittenPage page =
          with(5, picks.subList(0, 3).stream().map(HabitsTest::ticker).toArray(String[]::new));
      for (int pick : picks.subList(0, 3)) {
        page = page.linking(ticker(pick), "https://a.example/" + pick);
      }
      see(page);
      now = now.plus(n % 2 == 0 ? QUARTER : Duration.ofDays(1));
    }
    assertThat(told).extracting(it -> it.change().hunks() + " " + it.change().sentence()).isEmpty();
  }

  @Test
  void helplineAmidARestlessSentenceIsTold() {
    for (int n = 0; n < 10; n++) {
      see(with(2, "We are here today, call " + n + " times on 0800 111 2222 if need be."));
      now = now.plus(Duration.ofDays(1));
    }
    see(with(2, "We are here today, call 4 times on 0800 111 3333 if need be."));
    now = now.plus(QUARTER);
    see(with(2, "We are here today, call 5 times on 0800 111 3333 if need be."));
    now = now.plus(QUARTER);
    see(with(2, "We are here today, call 5 times on 0800 111 3333 if need be."));

    assertThat(told).isNotEmpty();
    assertThat(told.getLast().change().kinds()).startsWith(ChangeKind.CONTACT);
  }

  @Test
  void placeThatHasBecomeSteadyCountsAgain() {
    for (int n = 0; n < 10; n++) {
      visit(with(2, ticker(n)));
    }
    for (int n = 0; n < 30; n++) {
      visit(with(2, "The county will close the service in May."));
    }
    assertThat(ignored()).isEmpty();
    told.clear();
    visit(with(2, "The county will keep the service open after all."));
    assertThat(told).hasSize(1);
  }

  @Test
  void twoEditsOnTwoDaysAreTwoRevisions() {
    visit(with(2));
    visit(with(2, "Parents may come along."));
    visit(replacing(with(2, "Parents may come along."), BODY.get(4), "Courses cost £40 a head."));

    assertThat(told).extracting(it -> it.after().revision()).containsExactly(2, 3);
  }

  @Test
  void whatTheHeadingSaysIsRenewedDailyIsNeverTold() {
    for (int day = 0; day < 20; day++) {
      visit(
          with(5, "#Latest news", ticker(day), "#About us", "We are a charity.")
              .linking(ticker(day), "https://a.example/" + day, "Latest news"));
    }
    assertThat(told).isEmpty();
  }

  @Test
  void landingPageIsItsTitleHeadingsLinksAndContacts() {
    PageSetting landing = new PageSetting(false, true, false, false, _ -> false);
    WrittenPage before =
        WrittenPage.saying("#News", "The fair is on Monday.", "Ring 0300 123 4567.");
    RevisionState first =
        RevisionDetector.see(Optional.empty(), before.page(), landing, now).after();

    assertThat(seenAgain(first, replacing(before, "The fair is on Monday.", "It rained."), landing))
        .isInstanceOf(SameReading.class);
    assertThat(seenAgain(first, replacing(before, "#News", "#Help"), landing))
        .isInstanceOf(Confirmed.class);
    assertThat(seenAgain(first, replacing(before, "Ring 0300 123 4567.", "Ring 0300 9."), landing))
        .isInstanceOf(Confirmed.class);
    assertThat(seenAgain(first, before.linking("Help", "https://a.example/"), landing))
        .isInstanceOf(Confirmed.class);
  }

  @Test
  void landingPageThatSaysSomethingClosesIsTold() {
    PageSetting landing = new PageSetting(false, true, false, false, _ -> false);
    WrittenPage before = WrittenPage.saying("#Welcome", "The fair is on Monday.");
    RevisionState first =
        RevisionDetector.see(Optional.empty(), before.page(), landing, now).after();

    WrittenPage closing = WrittenPage.saying("#Welcome", "The centre closes on 31 January.");
    assertThat(seenAgain(first, closing, landing)).isInstanceOf(Confirmed.class);
  }

  private RevisionOutcome seenAgain(RevisionState first, WrittenPage page, PageSetting setting) {
    RevisionState once =
        RevisionDetector.see(Optional.of(first), page.page(), setting, now).after();
    return RevisionDetector.see(Optional.of(once), page.page(), setting, now.plus(QUARTER));
  }

  @Test
  void pageRewrittenAmidATickerIsToldWhole() {
    for (int n = 0; n < 10; n++) {
      visit(with(2, ticker(n)));
    }
    told.clear();
    visit(
        WrittenPage.saying(
            "#Roadworks",
            "The high street is shut.",
            "Buses go round by the mill until the bridge is mended in June."));

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().change().kinds()).startsWith(ChangeKind.IDENTITY);
  }

  private List<String> ignored() {
    return Optional.ofNullable(state).map(RevisionState::ignored).orElse(List.of());
  }

  private static List<String> words(Confirmed confirmed) {
    return confirmed.change().hunks().stream().map(HabitsTest::words).toList();
  }

  private static String words(Hunk hunk) {
    return hunk.segments().getFirst().text();
  }
}
