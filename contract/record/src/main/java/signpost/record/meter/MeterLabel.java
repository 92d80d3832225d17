package signpost.record.meter;

import java.util.List;

/**
 * What a meter is told apart by. Its values are a closed set, so that nothing a page, a person or a
 * stranger writes becomes a series of its own.
 */
public record MeterLabel(String name, List<String> values) {
  static final String OTHER = "other";

  public MeterLabel {
    values = List.copyOf(values);
  }

  static MeterLabel of(String name, String... values) {
    return new MeterLabel(name, List.of(values));
  }

  /** The value itself, where it is one of ours. */
  String bounded(String value) {
    return values.contains(value) ? value : OTHER;
  }
}
