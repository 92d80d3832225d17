package signpost.tools.check;

/** What one visit says of a target; {@code status} is 0 where no answer came. */
record CheckVerdict(ResultClass kind, int status, String reason) {
  /** The classes of a report, the worst first. */
  public enum ResultClass {
    BROKEN,
    FRAGMENT,
    SUSPECT,
    BLOCKED,
    MOVED,
    SKIPPED,
    OK;

    /** As it stands in JSON and CSV. */
    String word() {
      return switch (this) {
        case BROKEN -> "broken";
        case FRAGMENT -> "fragment-missing";
        case SUSPECT -> "suspect";
        case BLOCKED -> "blocked";
        case MOVED -> "moved";
        case SKIPPED -> "not-checked";
        case OK -> "ok";
      };
    }
  }

  static CheckVerdict of(ResultClass kind, String reason) {
    return new CheckVerdict(kind, 0, reason);
  }
}
