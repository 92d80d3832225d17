package signpost.web.extract;

/** What reading an answer gave. Expected failure is a value. */
public sealed interface ReadOutcome {
  /** Pages have a say in why they are not read, and as many words as they like. */
  int LONGEST_REASON = 500;

  /** The page was read. */
  record Read(ReadablePage page) implements ReadOutcome {}

  /** Something was read, but less than this page usually gives: never a change or a baseline. */
  record Doubtful(ReadablePage page, String reason) implements ReadOutcome {
    public Doubtful {
      reason = ReadableText.cut(reason, LONGEST_REASON);
    }
  }

  /** Nothing could be read. */
  record Unreadable(UnreadableReason reason, String detail) implements ReadOutcome {
    public Unreadable {
      detail = ReadableText.cut(detail, LONGEST_REASON);
    }
  }

  /** Why nothing could be read. */
  enum UnreadableReason {
    /** No bytes, or no readable text in them. */
    EMPTY,
    /** Its words are put there by scripts, and it was not read through a browser. */
    NEEDS_BROWSER,
    /** A format we do not read. */
    UNSUPPORTED,
    /** The bytes are of another format than the answer claims. */
    NOT_WHAT_IT_SAYS,
    /** A document that asks for a password. */
    ENCRYPTED,
    /** A document its parser could not follow. */
    DAMAGED,
    /** More bytes, pages, entries or text than we take. */
    TOO_BIG,
    /** Reading took longer than its deadline, twice. */
    TIMED_OUT,
    /** The document worker died while reading, twice. */
    WORKER_DIED
  }
}
