package signpost.evidence;

import java.util.Optional;

/**
 * What had been told of a page when it was captured: its revision, counted from 1, and the trouble
 * it was said to be in, by its one word. Each version that is told has a capture of its own.
 */
public record PageVersion(int revision, Optional<String> trouble) {

  /** A page that is well. */
  public static PageVersion of(int revision) {
    return new PageVersion(revision, Optional.empty());
  }

  /** {@code 3}, or {@code 3 broken}. */
  String inWords() {
    return trouble.map(it -> revision + " " + it).orElseGet(() -> String.valueOf(revision));
  }

  static PageVersion read(String words) {
    String[] parts = words.split(" ", 2);
    return new PageVersion(
        Integer.parseInt(parts[0]), parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }
}
