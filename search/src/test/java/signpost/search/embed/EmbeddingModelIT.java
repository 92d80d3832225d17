package signpost.search.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.search.index.EmbeddingPassage;

/** The model as it is loaded and asked. */
final class EmbeddingModelIT {
  @TempDir private Path home;

  @Test
  void failureToLoadItIsNotTheEndOfIt() throws Exception {
    try (InputStream words =
        Objects.requireNonNull(
            EmbeddingModel.class.getResourceAsStream(
                "/" + EmbeddingPassage.MODEL + "-tokenizer.json"))) {
      assertThatIllegalStateException()
          .isThrownBy(() ->
              EmbeddingModel.load(home, words, new ByteArrayInputStream(new byte[] {1, 2, 3})))
          .withCauseInstanceOf(OrtException.class);
    }
    try (EmbeddingModel model = EmbeddingModel.load(home)) {
      assertThat(model.passage("Volcanoes")).hasSize(EmbeddingPassage.DIMENSIONS);
    }
  }

  /** Half a pair of surrogates is what is left where a text is cut amid one. */
  @Test
  void textThatIsNoneIsEmbeddedAll() throws Exception {
    try (EmbeddingModel model = EmbeddingModel.load(home)) {
      assertThat(model.passage("Volcanoes \uD83C")).hasSize(EmbeddingPassage.DIMENSIONS);
    }
  }
}
