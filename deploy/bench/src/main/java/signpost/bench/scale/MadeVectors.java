package signpost.bench.scale;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import signpost.search.index.EmbeddingPassage;
import signpost.search.index.PageIndex;

/**
 * Vectors in bunches, as those of pages on some hundred subjects stand. What a search costs depends
 * on how they lie, not on what they mean, and the model would take twenty minutes for 100,000.
 */
final class MadeVectors {
  private static final int SUBJECTS = 200;
  private static final int AT_ONCE = 500;
  private static final double SPREAD = 0.8;

  private MadeVectors() {}

  /** Gives every page its vector; returns how many. */
  static int give(Path home) throws IOException {
    int given = 0;
    try (PageIndex index = PageIndex.open(home)) {
      Map<String, EmbeddingPassage> wanted = index.wanted(AT_ONCE);
      while (!wanted.isEmpty()) {
        for (Map.Entry<String, EmbeddingPassage> page : wanted.entrySet()) {
          index.embed(page.getKey(), page.getValue(), vector(page.getKey().hashCode()));
        }
        index.refresh();
        given += wanted.size();
        wanted = index.wanted(AT_ONCE);
      }
      index.commit(index.committed());
    }
    return given;
  }

  private static float[] vector(int page) {
    double[] middle = direction(new SplittableRandom(Math.floorMod(page, SUBJECTS)));
    double[] aside = direction(new SplittableRandom(page));
    float[] vector = new float[EmbeddingPassage.DIMENSIONS];
    double length = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (middle[i] + SPREAD * aside[i]);
      length += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(length);
    }
    return vector;
  }

  private static double[] direction(RandomGenerator random) {
    double[] direction = new double[EmbeddingPassage.DIMENSIONS];
    double length = 0;
    for (int i = 0; i < direction.length; i++) {
      direction[i] = random.nextGaussian();
      length += direction[i] * direction[i];
    }
    for (int i = 0; i < direction.length; i++) {
      direction[i] /= Math.sqrt(length);
    }
    return direction;
  }
}
