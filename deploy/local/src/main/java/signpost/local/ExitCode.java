package signpost.local;

/** What the process's exit status says; the launcher's help lists the same. */
final class ExitCode {
  static final int FINE = 0;
  static final int PROBLEMS = 1;
  static final int USAGE = 2;
  static final int CANNOT_START = 3;
  static final int FAULT = 4;

  private ExitCode() {}
}
