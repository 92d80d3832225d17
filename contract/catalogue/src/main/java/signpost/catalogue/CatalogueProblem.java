package signpost.catalogue;

import java.util.Objects;

/**
 * Something wrong in a file of the catalogue, where it stands, and what to do about it. Line and
 * column count from 1; 0 where the whole file is meant.
 */
public record CatalogueProblem(
    String file, int line, int column, Severity severity, String message) {
  private static final int LONGEST = 600;

  /** What follows from a problem. */
  public enum Severity {
    /** The file is not loaded; what it said before stays in force. */
    ERROR,
    /** The file is loaded; the message says what was left out or assumed. */
    WARNING
  }

  public CatalogueProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(severity, "severity");
    message = line(message);
  }

  /** What somebody wrote is quoted in it, so it may hold anything, and any length of it. */
  private static String line(String words) {
    String line = words.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ");
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST / 2) + "…" + line.substring(line.length() - LONGEST / 2);
  }

  /** As compilers say it: {@code file:line:column: message}. */
  @Override
  public String toString() {
    String at = line > 0 ? ":" + line + ":" + column : "";
    String kind = severity == Severity.WARNING ? "warning: " : "";
    return file + at + ": " + kind + message;
  }
}
