package signpost.search.audit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import signpost.search.index.StrangersText;

/** What is sent and answered, as fields with names; what must be known to nobody is left out. */
final class RecordFields {
  /** Words of an answer may be a secret that is shown once, as that of a webhook. */
  private static final Set<String> SECRET = Set.of("token", "email", "client", "words");

  private static final int LONGEST = 400;

  private RecordFields() {}

  /** The fields of what a call is given: of records their components. */
  static Map<String, String> of(Map<String, Object> parameters) {
    Map<String, String> fields = new LinkedHashMap<>();
    parameters.forEach((name, value) -> {
      if (value instanceof Record) {
        fields.putAll(of(value));
      } else {
        put(fields, name, value);
      }
    });
    return fields;
  }

  /** The components of a record that are there; none of what is no record. */
  static Map<String, String> of(@Nullable Object value) {
    Map<String, String> fields = new LinkedHashMap<>();
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (inner instanceof Record) {
      for (RecordComponent component : inner.getClass().getRecordComponents()) {
        put(fields, component.getName(), component(inner, component));
      }
    }
    return fields;
  }

  /** The field "name value", one after another. */
  static String words(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + " " + it.getValue())
        .collect(Collectors.joining(", "));
  }

  /** What a call is given by that name, at any depth of one record. */
  static Optional<String> secret(Map<String, Object> parameters, String name) {
    return parameters.values().stream()
        .filter(Record.class::isInstance)
        .flatMap(it ->
            Arrays.stream(it.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(component -> component(it, component)))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst();
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    Object inner = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (inner != null && !SECRET.contains(name)) {
      fields.put(name, inner instanceof List<?> ids ? joined(ids) : brief(inner));
    }
  }

  /** Ids are ours, and which they are is what a line tells: none is cut off. */
  private static String joined(List<?> ids) {
    return ids.stream().map(RecordFields::brief).collect(Collectors.joining(" "));
  }

  private static String brief(Object value) {
    return StrangersText.brief(value.toString(), LONGEST);
  }

  private static @Nullable Object component(Object owner, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
