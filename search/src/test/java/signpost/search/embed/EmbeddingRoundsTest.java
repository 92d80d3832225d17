package signpost.search.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.Envelope;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.search.index.EmbeddingPassage;
import signpost.search.index.PageIndex;
import signpost.url.CanonicalUrl;

/** Which pages get their vectors when some cannot be embedded. */
final class EmbeddingRoundsTest {
  private static final int SEVERAL_ROUNDS = 100;

  @TempDir private Path home;
  private PageIndex index;
  private EmbeddingRounds rounds;

  @BeforeEach
  void open() throws IOException {
    index = PageIndex.open(home);
    rounds = new EmbeddingRounds(index);
  }

  @AfterEach
  void close() throws IOException {
    rounds.close();
    index.close();
  }

  private void put(int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      index.put(Envelope.of(page(i), "test", Instant.EPOCH, 1));
    }
    index.refresh();
  }

  private static ResourceListed page(int number) {
    String name = String.format(Locale.ROOT, "page %03d", number);
    return new ResourceListed(
        CanonicalUrl.parse("https://a.example/" + number).orElseThrow(),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef("snap", name, name, 1)),
        List.of(),
        Optional.empty(),
        List.of(),
        false);
  }

  private static float[] vector() {
    float[] vector = new float[EmbeddingPassage.DIMENSIONS];
    vector[0] = 1;
    return vector;
  }

  /** The first forty cannot be embedded: more than one round takes. */
  private static float[] model(String text) {
    if (text.contains("page 00")
        || text.contains("page 01")
        || text.contains("page 02")
        || text.contains("page 03")) {
      throw new IllegalArgumentException("no vector of " + text);
    }
    return vector();
  }

  @Test
  void pagesThatCannotBeEmbeddedStandInNobodysWay() throws Exception {
    put(0, SEVERAL_ROUNDS);
    int failures = 0;
    for (int i = 0; i < 10; i++) {
      try {
        boolean _ = rounds.next(EmbeddingRoundsTest::model);
      } catch (IllegalStateException e) {
        assertThat(e).hasRootCauseInstanceOf(IllegalArgumentException.class);
        failures++;
      }
    }
    assertThat(failures).as("it is told again and again").isGreaterThan(4);
    assertThat(index.wanted(SEVERAL_ROUNDS)).hasSize(40);
  }

  @Test
  void pagesThatFailedGetTheirVectorsOnceTheyCan() throws Exception {
    put(0, 3);
    assertThatIllegalStateException().isThrownBy(() -> rounds.next(EmbeddingRoundsTest::model));
    put(50, 53);
    assertThat(rounds.next(EmbeddingRoundsTest::model)).isTrue();
    assertThat(index.wanted(9)).hasSize(3);
    assertThat(rounds.next(_ -> vector())).isTrue();
    assertThat(rounds.next(_ -> vector())).isFalse();
  }

  @Test
  void whatIsNoVectorIsRefused() {
    for (float number : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 0}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> EmbeddingModel.ofLengthOne(new float[] {number}));
    }
  }
}
