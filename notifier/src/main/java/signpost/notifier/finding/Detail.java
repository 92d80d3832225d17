package signpost.notifier.finding;

import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.Hunk;

/**
 * What was tried, what changed in words, the publisher's own note and the page put in its place.
 */
public record Detail(
    List<Attempt> tried, List<Hunk> hunks, Optional<String> note, Optional<String> replacement) {
  public static final Detail NONE = of(List.of());

  public Detail {
    tried = List.copyOf(tried);
    hunks = List.copyOf(hunks);
  }

  static Detail of(List<Attempt> tried) {
    return new Detail(tried, List.of(), Optional.empty(), Optional.empty());
  }
}
