package signpost.revision.kind;

import java.util.List;
import java.util.Objects;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeKind;

/**
 * What a revision changed: kinds, most important first; importance 0 to 1; one sentence; the
 * places. {@code partial} where a place was too large to compare word by word.
 */
public record ChangeSummary(
    List<ChangeKind> kinds, double importance, String sentence, List<Hunk> hunks, boolean partial) {
  public ChangeSummary {
    kinds = List.copyOf(kinds);
    Objects.requireNonNull(sentence, "sentence");
    hunks = List.copyOf(hunks);
  }
}
