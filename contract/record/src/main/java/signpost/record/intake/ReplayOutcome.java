package signpost.record.intake;

/** What came of handling a record again that was put aside. */
public sealed interface ReplayOutcome {
  /** As the parts tell it each other. */
  String wire();

  /** It is handled now. */
  record Replayed() implements ReplayOutcome {
    @Override
    public String wire() {
      return "done";
    }
  }

  /** It is gone, was handled before, or something newer has come since, and counts. */
  record Overtaken() implements ReplayOutcome {
    @Override
    public String wire() {
      return "overtaken";
    }
  }

  /** Nobody has put such a record aside lately. */
  record NeverParked() implements ReplayOutcome {
    @Override
    public String wire() {
      return "unknown";
    }
  }

  /** It cannot be handled now either, for this reason. */
  record RefusedAgain(String reason) implements ReplayOutcome {
    @Override
    public String wire() {
      return "refused";
    }
  }

  /** It was not tried, for this reason. */
  record Untried(String reason) implements ReplayOutcome {
    /** What came meanwhile may be newer than the record. */
    public static Untried readOn() {
      return new Untried("something new came in just now, and may count more");
    }

    @Override
    public String wire() {
      return "untried";
    }
  }

  /** It was tried, and whether that came to anything is not known, for this reason. */
  record Unclear(String reason) implements ReplayOutcome {
    @Override
    public String wire() {
      return "unclear";
    }
  }

  /** Why it is not handled; empty where there is nothing more to say than what it is. */
  default String reason() {
    return "";
  }
}
