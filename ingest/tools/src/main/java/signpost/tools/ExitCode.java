package signpost.tools;

/** What the process's exit status says; the launcher's help lists the same. */
public final class ExitCode {
  public static final int FINE = 0;
  public static final int PROBLEMS = 1;
  public static final int USAGE = 2;
  public static final int CANNOT_START = 3;
  public static final int FAULT = 4;

  private ExitCode() {}
}
