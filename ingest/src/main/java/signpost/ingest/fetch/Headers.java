package signpost.ingest.fetch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header fields of an answer, names in lower case, values in the order they came. */
public record Headers(Map<String, List<String>> fields) {
  public Headers {
    fields =
        fields.entrySet().stream()
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toMap(
                        field -> field.getKey().toLowerCase(Locale.ROOT),
                        field -> List.copyOf(field.getValue()),
                        Headers::joined,
                        LinkedHashMap::new),
                    Map::copyOf));
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  public static Headers none() {
    return new Headers(Map.of());
  }

  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  public List<String> all(String name) {
    return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
