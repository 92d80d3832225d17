package signpost.web.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.extract.MediaKind;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.UnreadLines;
import signpost.web.revision.noise.PageSetting;
import signpost.web.revision.noise.RevisionState;

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
    visit(read(ABOUT));
    visit(read(ABOUT));
    visit(read(ABOUT, CLOSES));
    visit(read(ABOUT, CLOSES));
    assertThat(told).singleElement().asString().contains("added");
  }

  @Test
  void rewordingAtTheFirstVisitAfterAnOlderReleaseIsARewording() {
    stored(ABOUT, "A session costs £20. Ring 01632 960001.");
    visit(read(ABOUT, "A session costs £45. Ring 01632 960999."));
    visit(read(ABOUT, "A session costs £45. Ring 01632 960999."));
    assertThat(told).singleElement().asString().contains("01632 960999");
  }

  @Test
  void whatCameUnreadMeanwhileIsNoNewsWhenItIsRead() {
    visit(read(ABOUT));
    visit(read(ABOUT), "Visit our spring fair.");
    visit(read(ABOUT, "Visit our spring fair."));
    visit(read(ABOUT, "Visit our spring fair."));
    assertThat(told).isEmpty();
  }

  @Test
  void whatOnceStoodUnreadIsNewsWhenItComesToTheContentLater() {
    visit(read(ABOUT), "We are closed today.");
    visit(read(ABOUT));
    visit(read(ABOUT, "We are closed today."));
    visit(read(ABOUT, "We are closed today."));
    assertThat(told).singleElement().asString().contains("added");
  }

  @Test
  void hundredsOfLinesThatFlipMakeNoOtherPage() {
    String[] posts =
        IntStream.range(0, 450).mapToObj(i -> "Answer " + i + " says no.").toArray(String[]::new);
    visit(read(ABOUT), posts);
    String[] all = new String[451];
    all[0] = ABOUT;
    System.arraycopy(posts, 0, all, 1, posts.length);
    visit(read(all));
    visit(read(all));
    visit(read(ABOUT), posts);
    visit(read(ABOUT), posts);
    assertThat(told).isEmpty();
  }

  @Test
  void linkThatStandsInTheMenuTooHasNotGone() {
    Outlink rent =
        new Outlink(WebUrl.of("https://a.example/rent"), "Rent", "Help", Optional.empty());
    ReadablePage with =
        page(List.of(ABOUT), List.of(rent), List.of(Outlink.place(rent.identity())));
    ReadablePage without = page(List.of(ABOUT), List.of(), List.of(Outlink.place(rent.identity())));
    visit(with);
    visit(without);
    visit(without);
    assertThat(told).isEmpty();
  }

  private void stored(String... lines) {
    visit(read(lines));
    state = state.map(it -> it.leaving(Optional.empty()));
  }

  private void visit(ReadablePage page, String... unread) {
    ReadablePage shown =
        unread.length == 0
            ? page
            : page(
                page.blocks().stream().map(TextBlock::text).toList(), List.of(), List.of(unread));
    RevisionOutcome outcome =
        RevisionDetector.see(
            state, shown, PageSetting.plain(), FIRST.plus(Duration.ofDays(visits++)));
    if (outcome instanceof RevisionOutcome.Confirmed confirmed) {
      told.add(confirmed.change().sentence());
    }
    state = Optional.of(outcome.after());
  }

  private static ReadablePage read(String... lines) {
    return page(List.of(lines), List.of(), List.of());
  }

  private static ReadablePage page(List<String> lines, List<Outlink> links, List<String> unread) {
    return new ReadablePage(
        "A page",
        "",
        Optional.of("en"),
        lines.stream().map(text -> new TextBlock(TextBlock.BlockKind.PARAGRAPH, 0, text)).toList(),
        links,
        List.of(),
        List.of(),
        List.of(),
        MediaKind.HTML,
        1,
        UnreadLines.of(unread));
  }
}
