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

  /** It is gone, or something newer has come since, and counts. */
  record Overtaken() implements ReplayOutcome {
    @Override
    public String wire() {
      return "overtaken";
    }
  }

  /** It cannot be handled now either, for this reason. */
  record RefusedAgain(String reason) implements ReplayOutcome {
    @Override
    public String wire() {
      return "refused";
    }
  }

  /** What is needed for it is away; it was not tried. */
  record Untried(String reason) implements ReplayOutcome {
    @Override
    public String wire() {
      return "untried";
    }
  }

  /** Why it is not handled; empty where there is nothing more to say than what it is. */
  default String reason() {
    return "";
  }
}
