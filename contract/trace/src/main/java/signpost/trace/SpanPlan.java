package signpost.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A span before it is begun. Names are those of OpenTelemetry's semantic conventions; what these do
 * not know is called {@code signpost.…}. Nothing in it says who is told, nor lets anybody in.
 *
 * @param attributes strings, numbers and truths by name
 * @param links other traces it goes back to, each as a {@code traceparent}
 */
public record SpanPlan(
    String name,
    SpanRole role,
    SpanParent parent,
    Map<String, Object> attributes,
    List<String> links) {
  public SpanPlan {
    attributes = Map.copyOf(attributes);
    links = List.copyOf(links);
  }

  /** A span without attributes. */
  public static SpanPlan of(String name, SpanRole role, SpanParent parent) {
    return new SpanPlan(name, role, parent, Map.of(), List.of());
  }

  /** The same, with an attribute more. */
  public SpanPlan with(String attribute, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new SpanPlan(name, role, parent, more, links);
  }

  /** The same, which goes back to other traces. */
  public SpanPlan linked(List<String> traceparents) {
    return new SpanPlan(name, role, parent, attributes, traceparents);
  }
}
