package signpost.notifier.desk;

/** What became of what was asked; {@code words} say what to do, or where to go on. */
public record DeskReply(ReplyOutcome outcome, String words) {
  static final DeskReply EXPIRED =
      new DeskReply(ReplyOutcome.EXPIRED, "This link has run out. Ask for a new one.");
  static final DeskReply REFUSED =
      new DeskReply(ReplyOutcome.REFUSED, "This link is not one of ours, or was not copied whole.");
  static final DeskReply TOO_OFTEN =
      new DeskReply(ReplyOutcome.TOO_OFTEN, "That was asked for too often. Try again in an hour.");

  /** A closed set, shown to pages and machines. */
  public enum ReplyOutcome {
    DONE,
    /** It was so already, and nothing has changed. */
    AS_BEFORE,
    /** What was typed means nothing yet. */
    UNCLEAR,
    EXPIRED,
    REFUSED,
    TOO_OFTEN,
    UNKNOWN
  }

  static DeskReply done(String words) {
    return new DeskReply(ReplyOutcome.DONE, words);
  }

  /** It is as was asked, and may have been so already. */
  static DeskReply settled(boolean changed, String words) {
    return new DeskReply(changed ? ReplyOutcome.DONE : ReplyOutcome.AS_BEFORE, words);
  }

  /** Whether it is as was asked. */
  boolean isSettled() {
    return outcome == ReplyOutcome.DONE || outcome == ReplyOutcome.AS_BEFORE;
  }

  static DeskReply unclear(String words) {
    return new DeskReply(ReplyOutcome.UNCLEAR, words);
  }
}
