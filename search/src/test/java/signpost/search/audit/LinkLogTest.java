package signpost.search.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.record.store.Database;
import signpost.search.SearchRecord;

final class LinkLogTest {
  private Instant now = Instant.parse("2026-03-02T09:00:00Z");
  private final Database database;
  private final AuditLog log;
  private final LinkLog links;

  LinkLogTest(@TempDir Path folder) {
    database =
        Database.open(SearchRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("search.db"), "", "");
    log = new AuditLog(database, () -> now);
    links = new LinkLog(log, () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void flip(String link, int times) {
    for (int i = 0; i < times; i++) {
      String wish = i % 2 == 0 ? "weekly" : "daily";
      links.changed(
          holder(link), "set wishes", Map.of("rhythm", wish), Optional.empty(), "done " + i);
    }
  }

  private List<AuditLine> lines() {
    return log.from(1, 10_000).stream().map(AuditLine::read).toList();
  }

  @Test
  void wishesThatAreFlippedFillNoLogAndTheLastOfThemStandsThereInTheEnd() {
    flip("a", 999);
    links.changed(holder("a"), "answer", Map.of("finding", "f1"), Optional.empty(), "done");
    assertThat(lines()).hasSize(200);
    now = now.plus(Duration.ofHours(1));
    links.tell();
    links.tell();

    assertThat(lines()).hasSize(203);
    assertThat(lines().subList(200, 203))
        .extracting(AuditLine::act)
        .containsExactly("set wishes", "set wishes", "answer");
    assertThat(lines().get(201).of())
        .containsEntry("rhythm", "weekly")
        .containsEntry("since", "2026-03-02T09:00:00Z")
        .containsEntry("made", "2026-03-02T09:00:00Z")
        .containsEntry("changes", "800, of which only the last of each kind is noted");
    assertThat(lines().get(201).after()).contains("done 998");
    assertThat(lines()).extracting(AuditLine::who).containsOnly("link a");
  }

  private void answer(String link, int from, int to) {
    for (int i = from; i < to; i++) {
      links.changed(holder(link), "answer", Map.of("finding", "f" + i), Optional.empty(), "done");
    }
  }

  @Test
  void nobodyHidesAChangeBehindOthersUntilAThousandAreNoted() {
    flip("a", 200);
    links.changed(holder("a"), "hand over", Map.of("to", "x"), Optional.empty(), "done");
    now = now.plusSeconds(60);
    answer("a", 0, 300);
    assertThat(lines()).hasSize(451);
    assertThat(lines().get(200).act()).isEqualTo("hand over");
    assertThat(lines().get(200).of()).containsEntry("made", "2026-03-02T09:00:00Z");

    answer("a", 300, 2_000);
    links.close();
    assertThat(lines()).hasSize(1_000);
    assertThat(lines().getLast().of()).containsEntry("finding", "f1999");
  }

  @Test
  void linksThatAreNotToldApartBeginAnotherHourToo() {
    for (int i = 0; i < 1_200; i++) {
      flip("link" + i, 1);
    }
    flip("more", 10);
    assertThat(lines()).hasSize(1_200);
    now = now.plus(Duration.ofHours(1));
    flip("more", 10);

    assertThat(lines()).hasSize(1_200 + 2 + 10);
    assertThat(lines().get(1_201).of())
        .containsEntry("changes", "10, of which only the last of each kind is noted");
    assertThat(lines().get(1_202).of()).doesNotContainKey("changes");
  }

  @Test
  void oneHoldersChangesHideNoOthers() {
    flip("a", 500);
    flip("b", 3);
    assertThat(lines()).hasSize(203).extracting(AuditLine::who).endsWith("link b");
  }

  @Test
  void peopleOfOneNameHideNotEachOthersAnswers() {
    flip("a", 200);
    Actor one = holder("a").called("one");
    Actor other = holder("a").called("other");
    Map<String, String> same = Map.of("answer", "keep", "findings", "f1");
    for (Actor by : List.of(one, other, one, other)) {
      links.changed(by, "answer a finding", same, Optional.empty(), "done");
    }
    links.close();
    assertThat(lines().subList(200, lines().size()))
        .extracting(it -> it.sub().orElseThrow())
        .containsExactly("one", "other");
  }

  @Test
  void changeAfterTheHourIsNotedBehindThoseThatWaited() {
    flip("a", 201);
    now = now.plus(Duration.ofHours(1));
    flip("a", 1);
    assertThat(lines()).hasSize(202);
    assertThat(lines().get(200).of()).containsKey("changes");
    assertThat(lines().get(201).of()).doesNotContainKey("changes");
  }

  @Test
  void whatWaitsIsToldWhenTheProcessEnds() {
    flip("a", 202);
    links.close();
    assertThat(lines()).hasSize(202);
  }

  private static Actor holder(String link) {
    return Actor.at("").as("link " + link, SignInWay.MAIL_LINK);
  }
}
