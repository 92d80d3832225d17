package signpost.web.fetch;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The header fields of an answer, names in lower case, values in the order they came. */
public record Headers(Map<String, List<String>> fields) {
  public Headers {
    Map<String, List<String>> lower = HashMap.newHashMap(fields.size());
    fields.forEach((name, values) ->
        lower.merge(name.toLowerCase(Locale.ROOT), List.copyOf(values), Headers::joined));
    fields = Collections.unmodifiableMap(lower);
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  public static Headers none() {
    return new Headers(Map.of());
  }

  public Optional<String> first(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  public List<String> all(String name) {
    return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
