package signpost.tools.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads headers as they are given on the command line, {@code Name: value}. */
final class RequestHeaders {
  private RequestHeaders() {}

  /**
   * Values by name, in order.
   *
   * @throws IllegalArgumentException saying what is wrong with one
   */
  static Map<String, String> of(List<String> given) {
    Map<String, String> read = new LinkedHashMap<>();
    for (String header : given) {
      int colon = header.indexOf(':');
      String name = colon < 0 ? "" : header.substring(0, colon).strip();
      if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
        throw new IllegalArgumentException("'" + header + "' is not like 'Name: value'");
      }
      if (name.equalsIgnoreCase("host") || name.equalsIgnoreCase("connection")) {
        throw new IllegalArgumentException(name + " cannot be set");
      }
      read.put(name, header.substring(colon + 1).strip());
    }
    return read;
  }
}
