package signpost.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.web.WrittenPage.saying;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.revision.noise.PageSetting;
import signpost.revision.noise.RevisionState;
import signpost.web.WrittenPage;
import signpost.web.extract.Outlink;

/** A page whose reading changes, from visit to visit. */
class FlippedReadingsTest {
  private static final Instant FIRST = Instant.parse("2026-03-02T06:00:00Z");
  private static final String ABOUT = "We help people who are worried about somebody they love.";
  private static final String CLOSES = "The clinic closes for good on 31 January.";

  private final List<String> told = new ArrayList<>();
  private Optional<RevisionState> state = Optional.empty();
  private int visits;

  @Test
  void pageOfAnOlderReleaseTellsWhatComesAfterTheFirstVisit() {
    stored(ABOUT);
    visit(saying(ABOUT));
    visit(saying(ABOUT));
    visit(saying(ABOUT, CLOSES));
    visit(saying(ABOUT, CLOSES));
    assertThat(told).singleElement().asString().contains("closes");
  }

  @Test
  void rewordingAtTheFirstVisitAfterAnOlderReleaseIsARewording() {
    stored(ABOUT, "A session costs £20. Ring 01632 960001.");
    visit(saying(ABOUT, "A session costs £45. Ring 01632 960999."));
    visit(saying(ABOUT, "A session costs £45. Ring 01632 960999."));
    assertThat(told).singleElement().asString().contains("01632 960999");
  }

  @Test
  void whatCameUnreadMeanwhileIsNoNewsWhenItIsRead() {
    visit(saying(ABOUT));
    visit(saying(ABOUT).leaving("Visit our spring fair."));
    visit(saying(ABOUT, "Visit our spring fair."));
    visit(saying(ABOUT, "Visit our spring fair."));
    assertThat(told).isEmpty();
  }

  @Test
  void whatOnceStoodUnreadIsNewsWhenItComesToTheContentLater() {
    visit(saying(ABOUT).leaving("We have moved to Leith."));
    visit(saying(ABOUT));
    visit(saying(ABOUT, "We have moved to Leith."));
    visit(saying(ABOUT, "We have moved to Leith."));
    assertThat(told).singleElement().asString().contains("moved to Leith");
  }

  @Test
  void hundredsOfLinesThatFlipMakeNoOtherPage() {
    String[] posts =
        IntStream.range(0, 450).mapToObj(i -> "Answer " + i + " says no.").toArray(String[]::new);
    visit(saying(ABOUT).leaving(posts));
    String[] all = new String[451];
    all[0] = ABOUT;
    System.arraycopy(posts, 0, all, 1, posts.length);
    visit(saying(all));
    visit(saying(all));
    visit(saying(ABOUT).leaving(posts));
    visit(saying(ABOUT).leaving(posts));
    assertThat(told).isEmpty();
  }

  @Test
  void linkThatStandsInTheMenuTooHasNotGone() {
    WrittenPage without = saying(ABOUT).leaving(Outlink.place("https://a.example/rent"));
    WrittenPage with = without.linking("Rent", "https://a.example/rent", "Help");
    visit(with);
    visit(without);
    visit(without);
    assertThat(told).isEmpty();
  }

  private void stored(String... lines) {
    visit(saying(lines));
    state = state.map(it -> it.leaving(Optional.empty()));
  }

  private void visit(WrittenPage page) {
    RevisionOutcome outcome =
        RevisionDetector.see(
            state, page.page(), PageSetting.plain(), FIRST.plus(Duration.ofDays(visits++)));
    if (outcome instanceof RevisionOutcome.Confirmed confirmed) {
      told.add(confirmed.change().sentence());
    }
    state = Optional.of(outcome.after());
  }
}
