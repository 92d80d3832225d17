package signpost.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where a record carries its trace: in a header, as W3C Trace Context calls it. */
public final class TraceLine {
  public static final String NAME = "traceparent";

  /** Where a record that is sent again says to what it belonged when it was sent first. */
  public static final String BEFORE = "traceparent-before";

  private TraceLine() {}

  /** What the headers of a record say, from whomever they are. */
  public static Optional<String> in(Map<String, String> headers) {
    return Optional.ofNullable(headers.get(NAME));
  }

  /** Which trace a line is of, whatever span of it; the line itself where it is none. */
  public static String trace(String line) {
    String[] fields = line.split("-", 4);
    return fields.length == 4 ? fields[1] : line;
  }

  /** Headers that carry the trace of a span; the same ones where it has none. */
  public static Map<String, String> onto(Map<String, String> headers, OpenSpan span) {
    return span.traceparent().map(line -> with(headers, line)).orElse(headers);
  }

  private static Map<String, String> with(Map<String, String> headers, String line) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(NAME, line);
    return more;
  }
}
