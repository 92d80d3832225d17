package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import signpost.kit.LogLines;
import signpost.notifier.due.OneByOne;
import signpost.notifier.store.UnreadableRows;

/** Rows of our own that this version cannot read, and those who must be told all the same. */
class UnreadableRowsIT extends OnRealParts {
  private static final String OTHERS = "https://minds.example/others.pdf";

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  /** Mary has the leaflet, John the others: each in a guide of their own. */
  private void listedForBoth() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "jd: {name: John Dee, email: jd@council.example}");
    notifier.restart();
    notifier.send(Given.guide(LEAFLET));
    notifier.send(Given.resourceIn(LEAFLET, List.of("mk"), Given.GUIDE));
    notifier.send(Given.guideNamed("other", "Other Guide", "jd", OTHERS));
    notifier.send(Given.resourceIn(OTHERS, List.of("jd"), "other"));
    notifier.send(Given.healthy(LEAFLET));
    notifier.send(Given.healthy(OTHERS));
    notifier.settle();
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    notifier.settle();
  }

  private void unreadable(String table, String which) {
    notifier.execute("UPDATE " + table + " SET body = '{' WHERE " + which);
  }

  private void othersAreTold() {
    notifier.send(Given.breaks(OTHERS, notifier.now()));
    Awaitility.await()
        .until(() -> received().contains("jd@council.example: “The others.pdf” no longer works"));
  }

  @Test
  void findingThatCannotBeReadIsPassedOverAndItsOwnerIsToldOfTheRest() throws IOException {
    listedForBoth();
    notifier.stop();
    unreadable("finding", "subject = '" + LEAFLET + "'");
    try (LogLines log = new LogLines(UnreadableRows.class)) {
      notifier.start();
      othersAreTold();
      notifier.send(Given.resourceIn(TOOLKIT, List.of("mk"), Given.GUIDE));
      notifier.send(Given.breaks(TOOLKIT, notifier.now()));
      Awaitility.await()
          .until(() -> received().contains("mk@council.example: “The toolkit” no longer works"));
      notifier.now(notifier.now().plus(OneByOne.PUT_OFF));
      notifier.settle();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .matches("The finding .* cannot be read and is passed over");
      assertThat(get("/api/findings")).contains(TOOLKIT, OTHERS).doesNotContain(LEAFLET);
    }
  }

  @Test
  void rowsAboutAGuideThatCannotBeReadKeepItsOwnerFromNoOtherGuide() throws IOException {
    listedForBoth();
    answer(ofTheLeaflet(), Map.of("answer", "ignored", "reason", "It is well"));
    notifier.send(Given.guideNamed("second", "Second Guide", "mk", TOOLKIT));
    notifier.send(Given.resourceIn(TOOLKIT, List.of("mk"), "second"));
    notifier.send(Given.healthy(TOOLKIT));
    notifier.settle();
    notifier.stop();
    unreadable("guide", "id = '" + Given.GUIDE + "'");
    notifier.execute("UPDATE answer SET verdict = 'NEWER'");
    notifier.execute("INSERT INTO subscriber (id, body) VALUES ('subscriber-odd', '{')");
    notifier.execute("INSERT INTO wish (owner, body) VALUES ('ops', '{')");
    notifier.start();
    notifier.send(Given.resourceIn(OTHERS, List.of("jd"), "other"));
    othersAreTold();
    notifier.send(Given.breaks(TOOLKIT, notifier.now()));
    Awaitility.await()
        .until(() -> received().contains("mk@council.example: “The toolkit” no longer works"));
    assertThat(notifier.parked()).isEmpty();
  }

  private MimeMessage ofTheLeaflet() {
    return mails().stream()
        .filter(mail -> subject(mail).equals("“The leaflet.pdf” no longer works"))
        .findAny()
        .orElseThrow();
  }

  @Test
  void answerWhoseFindingCannotBeReadEndsByItself() throws IOException {
    listedForBoth();
    answer(ofTheLeaflet(), Map.of("answer", "snoozed", "until", "2026-01-12"));
    notifier.settle();
    notifier.stop();
    unreadable("finding", "subject = '" + LEAFLET + "'");
    notifier.now(notifier.now().plus(Duration.ofDays(8)));
    try (LogLines log = new LogLines(OneByOne.class)) {
      notifier.start();
      othersAreTold();
      notifier.settle();
      assertThat(log.starting("Seeing to the end of")).hasSize(1);
    }
  }

  @Test
  void reviewThatCannotBeAskedForKeepsNoOtherFromBeingAskedFor() throws IOException {
    listedForBoth();
    notifier.stop();
    notifier.execute(
        "INSERT INTO finding VALUES"
            + " ('odd', '"
            + LEAFLET
            + "', 'REVIEW_DUE', 'RESOLVED', 0, '{', NULL)");
    notifier.now(notifier.now().plus(Duration.ofDays(400)));
    try (LogLines log = new LogLines(OneByOne.class)) {
      notifier.start();
      notifier.settle();
      assertThat(notifier.finding(OTHERS)).contains("review-due");
      assertThat(log.lines())
          .contains("Asking for a review of " + LEAFLET + " fails and is put off by 6 h");
    }
  }

  @Test
  void guideThatCannotBeReadWhenOwnersChangeKeepsNobodyFromBeingTold() throws IOException {
    listedForBoth();
    notifier.stop();
    unreadable("guide", "id = '" + Given.GUIDE + "'");
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "jd: {name: John Dee, email: jd@council.example, for: [guide:other]}");
    notifier.start();
    othersAreTold();
  }
}
