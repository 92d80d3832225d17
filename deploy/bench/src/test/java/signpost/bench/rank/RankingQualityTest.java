package signpost.bench.rank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked out by hand. */
class RankingQualityTest {
  @Test
  void bestOrderIsOneAndNothingFoundIsZero() {
    assertThat(RankingQuality.ndcg(List.of("a", "b", "x"), Map.of("a", 2, "b", 1), 10))
        .isEqualTo(1);
    assertThat(RankingQuality.ndcg(List.of("x", "y"), Map.of("a", 1), 10)).isZero();
    assertThat(RankingQuality.ndcg(List.of(), Map.of(), 10)).isZero();
  }

  @Test
  void laterPlacesCountLess() {
    assertThat(RankingQuality.ndcg(List.of("x", "a"), Map.of("a", 1), 10))
        .isCloseTo(Math.log(2) / Math.log(3), within(1e-12));
    assertThat(RankingQuality.ndcg(List.of("x", "a"), Map.of("a", 1), 1)).isZero();
  }

  @Test
  void gradesAreGains() {
    double swapped = (1 + 2 * Math.log(2) / Math.log(3)) / (2 + Math.log(2) / Math.log(3));
    assertThat(RankingQuality.ndcg(List.of("b", "a"), Map.of("a", 2, "b", 1), 10))
        .isCloseTo(swapped, within(1e-12));
  }

  @Test
  void recallIsTheShareOfTheRelevant() {
    Map<String, Integer> grades = Map.of("a", 1, "b", 2, "c", 0, "d", 1);
    assertThat(RankingQuality.recall(List.of("a", "c", "b"), grades, 2)).isEqualTo(1 / 3.0);
    assertThat(RankingQuality.recall(List.of("a", "c", "b"), grades, 100)).isEqualTo(2 / 3.0);
  }

  @Test
  void judgementsMayHaveAHeadingOrTrecsFourColumns(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("qrels");
    Files.writeString(file, "query-id\tcorpus-id\tscore\nq1\td1\t1\nq1 0 d2 2\n");
    assertThat(JudgedCollection.judgements(file)).isEqualTo(Map.of("q1", Map.of("d1", 1, "d2", 2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q1\td1\tmany", "q1\td1", "q1\td1\t1\t2\t3"})
  void judgementNobodyCanReadNamesItsLine(String line, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("qrels");
    Files.writeString(file, "q1\td1\t1\n" + line + "\n");
    assertThatThrownBy(() -> JudgedCollection.judgements(file)).hasMessageContaining("line 2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"_id\": \"1\"}", "nothing"})
  void entryNobodyCanReadNamesItsLine(String line, @TempDir Path folder) throws IOException {
    Path file = folder.resolve("corpus");
    Files.writeString(file, "{\"_id\": \"1\", \"text\": \"a\"}\n" + line + "\n");
    assertThatThrownBy(() -> JudgedCollection.entries(file, _ -> {}))
        .hasMessageContaining("line 2");
  }
}
