package signpost.web.document;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Names of parts, as other parts of a file give them. */
final class PartPath {
  private PartPath() {}

  /** The name of what a reference in a folder leads to, if that is within the file. */
  static Optional<String> of(String folder, String reference) {
    String path = reference;
    int end = path.indexOf('#');
    path = end < 0 ? path : path.substring(0, end);
    String whole = decoded(path.startsWith("/") ? path.substring(1) : folder + path);
    Deque<String> steps = new ArrayDeque<>();
    for (String step : whole.replace('\\', '/').split("/", -1)) {
      if (step.equals("..")) {
        if (steps.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.add(step);
      }
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(String.join("/", steps));
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return path;
    }
  }
}
