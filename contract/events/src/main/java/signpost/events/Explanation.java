package signpost.events;

import java.util.Objects;

/**
 * A state in plain words: what we saw, what it means for a reader of the guide, what the owner can
 * do. One sentence each.
 */
public record Explanation(String reason, String meaning, String fix) {
  /** The fix of what is well. */
  public static final String NOTHING_TO_DO = "Nothing to do.";

  public Explanation {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(fix, "fix");
  }

  /** Whether all is well, so that there is no more to say than the reason. */
  public boolean asksNothing() {
    return fix.equals(NOTHING_TO_DO);
  }
}
