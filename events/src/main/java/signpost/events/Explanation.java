package signpost.events;

import java.util.Objects;

/**
 * A state in plain words: what we saw, what it means for a reader of the guide, what the owner can
 * do. One sentence each.
 */
public record Explanation(String reason, String meaning, String fix) {
  public Explanation {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(meaning, "meaning");
    Objects.requireNonNull(fix, "fix");
  }
}
