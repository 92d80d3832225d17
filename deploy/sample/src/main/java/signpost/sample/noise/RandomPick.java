package signpost.sample.noise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random choices; the same random numbers choose the same. */
public final class RandomPick {
  private RandomPick() {}

  public static <T> T one(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  /** In random order. */
  public static <T> List<T> some(List<T> all, int count, Random random) {
    List<T> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, Math.min(count, shuffled.size()));
  }
}
