package signpost.record.meter;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.OptionalDouble;

/** How a part stands: its version, whether it is ready, and its figures. */
@Serdeable
public record PartStatus(String version, boolean ready, List<FigureLine> figures) {
  public PartStatus {
    figures = List.copyOf(figures);
  }

  /** A figure as it stands at {@code /prometheus}: its series, and its labels' values in order. */
  @Serdeable
  public record FigureLine(String series, List<String> labels, double value) {
    static FigureLine of(Figure figure) {
      return new FigureLine(figure.meter().series(), figure.labels(), figure.value());
    }
  }

  /** The sum of a meter's series that have these values among their labels; nothing if unknown. */
  public OptionalDouble figure(SignpostMeter meter, String... labels) {
    List<FigureLine> lines =
        figures.stream()
            .filter(it -> it.series().equals(meter.series()))
            .filter(it -> it.labels().containsAll(List.of(labels)))
            .toList();
    return lines.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(lines.stream().mapToDouble(FigureLine::value).sum());
  }
}
