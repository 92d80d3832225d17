package signpost.notifier.desk;

import java.util.List;

/**
 * What became of what was asked; {@code words} say what to do, or where to go on, and {@code
 * answered} what was answered anew.
 */
public record DeskReply(ReplyOutcome outcome, String words, List<AnsweredFinding> answered) {
  static final DeskReply EXPIRED =
      new DeskReply(ReplyOutcome.EXPIRED, "This link has run out. Ask for a new one.");
  static final DeskReply REFUSED =
      new DeskReply(ReplyOutcome.REFUSED, "This link is not one of ours, or was not copied whole.");
  static final DeskReply TOO_OFTEN =
      new DeskReply(ReplyOutcome.TOO_OFTEN, "That was asked for too often. Try again in an hour.");

  public DeskReply {
    answered = List.copyOf(answered);
  }

  DeskReply(ReplyOutcome outcome, String words) {
    this(outcome, words, List.of());
  }

  /** A finding that was answered for a guide; {@code subject} is the address it is about. */
  public record AnsweredFinding(String guide, String finding, String subject) {}

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

  static DeskReply answered(AnsweredFinding finding) {
    return new DeskReply(ReplyOutcome.DONE, "", List.of(finding));
  }

  /** It is as was asked, and may have been so already. */
  static DeskReply settled(boolean changed, String words) {
    return new DeskReply(changed ? ReplyOutcome.DONE : ReplyOutcome.AS_BEFORE, words);
  }

  /** It is as was asked, and these were answered otherwise or not at all before. */
  static DeskReply settled(List<AnsweredFinding> answered, String words) {
    return new DeskReply(
        answered.isEmpty() ? ReplyOutcome.AS_BEFORE : ReplyOutcome.DONE, words, answered);
  }

  /** Whether it is as was asked. */
  boolean isSettled() {
    return outcome == ReplyOutcome.DONE || outcome == ReplyOutcome.AS_BEFORE;
  }

  static DeskReply unclear(String words) {
    return new DeskReply(ReplyOutcome.UNCLEAR, words);
  }
}
