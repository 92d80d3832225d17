package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pages at the greatest depth wait here until all that are nearer were read: one of those may bring
 * them nearer, and then their links are wanted too. So each is asked for once.
 */
final class Border {
  private final Set<Target> waiting = new HashSet<>();
  private int nearer = 1;

  /** A page whose links are wanted is on its way. */
  synchronized void begins() {
    nearer++;
  }

  /** One of those was read; what need wait no longer, if it was the last. */
  synchronized List<Target> ends() {
    if (--nearer > 0) {
      return List.of();
    }
    List<Target> free = new ArrayList<>(waiting);
    waiting.clear();
    return free;
  }

  /** Whether this one waits from now on. */
  synchronized boolean holds(Target target) {
    return nearer > 0 && waiting.add(target);
  }

  /** Whether it waited, and does no longer. */
  synchronized boolean lets(Target target) {
    return waiting.remove(target);
  }
}
