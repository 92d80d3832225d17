package signpost.record.meter;

import java.util.List;

/** How a gauge stands: its labels' values in their order, and its number. */
public record Figure(SignpostMeter meter, List<String> labels, double value) {
  public Figure {
    labels = List.copyOf(labels);
  }

  public static Figure of(SignpostMeter meter, long number, String... labels) {
    return of(meter, (double) number, labels);
  }

  public static Figure of(SignpostMeter meter, double value, String... labels) {
    return new Figure(meter, List.of(labels), value);
  }
}
