package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The numbers of one line, each under its name. */
@SuppressWarnings("EnumOrdinal") // rows are read millions of times; names alone are stored
final class FeatureRow {
  /** The words of few pages are more. */
  private static final double[] LOGS =
      IntStream.range(0, 16_384).mapToDouble(Math::log1p).toArray();

  private final float[] values = new float[BlockFeature.values().length];

  void set(BlockFeature feature, double value) {
    values[feature.ordinal()] = (float) value;
  }

  void set(BlockFeature feature, boolean yes) {
    values[feature.ordinal()] = yes ? 1 : 0;
  }

  /** Sets the one that stands {@code offset} after another of its family. */
  void set(BlockFeature first, int offset, double value) {
    values[first.ordinal() + offset] = (float) value;
  }

  /** By number, see {@link #number}. */
  float get(int feature) {
    return values[feature];
  }

  List<Float> all() {
    List<Float> all = new ArrayList<>();
    for (float value : values) {
      all.add(value);
    }
    return all;
  }

  static int number(BlockFeature feature) {
    return feature.ordinal();
  }

  static double log(int count) {
    return count >= 0 && count < LOGS.length ? LOGS[count] : Math.log1p(count);
  }

  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
