package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pages at the greatest depth wait here until all that are nearer were read: one of those may bring
 * them nearer, and then their links are wanted too. So each is asked for once.
 */
final class DepthBorder {
  private final Set<CheckTarget> waiting = new HashSet<>();
  private int nearer = 1;

  /** A page whose links are wanted is on its way. */
  synchronized void begins() {
    nearer++;
  }

  /** One of those was read; what need wait no longer, if it was the last. */
  synchronized List<CheckTarget> ends() {
    if (--nearer > 0) {
      return List.of();
    }
    List<CheckTarget> free = new ArrayList<>(waiting);
    waiting.clear();
    return free;
  }

  /** Whether this one waits from now on. */
  synchronized boolean holds(CheckTarget target) {
    return nearer > 0 && waiting.add(target);
  }

  /** Whether it waited, and does no longer. */
  synchronized boolean lets(CheckTarget target) {
    return waiting.remove(target);
  }
}
