package signpost.record.preflight;

/**
 * What one try has shown.
 *
 * @param edge what was tried, in a word, as {@code kafka}
 * @param what the state of it, a sentence
 * @param remedy what to do, a sentence that names the key; empty where there is nothing to do
 */
public record PreflightFinding(String edge, PreflightLevel level, String what, String remedy) {
  /** How bad it is. */
  public enum PreflightLevel {
    /** As it must be. */
    OK,
    /** It works, and somebody should look at it. */
    WARNING,
    /** It does not work. */
    WRONG
  }

  /** As it must be. */
  public static PreflightFinding ok(String edge, String what) {
    return new PreflightFinding(edge, PreflightLevel.OK, what, "");
  }

  /** It works, and somebody should look at it. */
  public static PreflightFinding warning(String edge, String what, String remedy) {
    return new PreflightFinding(edge, PreflightLevel.WARNING, what, remedy);
  }

  /** It does not work. */
  public static PreflightFinding wrong(String edge, String what, String remedy) {
    return new PreflightFinding(edge, PreflightLevel.WRONG, what, remedy);
  }
}
