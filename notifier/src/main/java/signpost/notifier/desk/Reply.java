package signpost.notifier.desk;

/** What became of what was asked; {@code words} say what to do, or where to go on. */
public record Reply(Outcome outcome, String words) {
  static final Reply EXPIRED =
      new Reply(Outcome.EXPIRED, "This link has run out. Ask for a new one.");
  static final Reply REFUSED =
      new Reply(Outcome.REFUSED, "This link is not one of ours, or was not copied whole.");
  static final Reply TOO_OFTEN =
      new Reply(Outcome.TOO_OFTEN, "That was asked for too often. Try again in an hour.");

  /** A closed set, shown to pages and machines. */
  public enum Outcome {
    DONE,
    /** What was typed means nothing yet. */
    UNCLEAR,
    EXPIRED,
    REFUSED,
    TOO_OFTEN,
    UNKNOWN
  }

  static Reply done(String words) {
    return new Reply(Outcome.DONE, words);
  }

  static Reply unclear(String words) {
    return new Reply(Outcome.UNCLEAR, words);
  }
}
