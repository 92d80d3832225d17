package signpost.web.politeness;

import java.util.Arrays;
import java.util.List;

/**
 * One Allow or Disallow: the line as written, and what it matches. {@code *} stands for anything,
 * {@code $} at the end for the end; the octets decide which of several rules is the longest.
 */
record RobotsRule(String line, boolean allow, List<String> pieces, boolean toTheEnd, int octets) {
  RobotsRule {
    pieces = List.copyOf(pieces);
  }

  static RobotsRule of(String line, boolean allow, String value) {
    String path = RobotsPath.ofRule(value);
    boolean toTheEnd = path.endsWith("$");
    String body = toTheEnd ? path.substring(0, path.length() - 1) : path;
    List<String> pieces =
        Arrays.stream(body.split("\\*", -1)).map(piece -> piece.replace("$", "%24")).toList();
    return new RobotsRule(line, allow, pieces, toTheEnd, path.length());
  }

  /** Never looks back, so no pattern makes it slow. */
  boolean matches(String path) {
    if (!path.startsWith(pieces.getFirst())) {
      return false;
    }
    int at = pieces.getFirst().length();
    if (pieces.size() == 1) {
      return !toTheEnd || at == path.length();
    }
    for (String piece : pieces.subList(1, pieces.size() - 1)) {
      int found = path.indexOf(piece, at);
      if (found < 0) {
        return false;
      }
      at = found + piece.length();
    }
    String last = pieces.getLast();
    return toTheEnd
        ? path.length() - last.length() >= at && path.endsWith(last)
        : path.indexOf(last, at) >= 0;
  }
}
