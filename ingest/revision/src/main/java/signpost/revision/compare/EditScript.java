package signpost.revision.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The shortest way from one list to another (Myers, "An O(ND) Difference Algorithm", 1986), within
 * limits: lists that have little in common are given as replaced between what they begin and end
 * with.
 *
 * @param exact false where the search was given up
 */
public record EditScript(List<ListEdit> all, boolean exact) {
  /** Beyond so many pieces put in or taken out, two lists count as unlike: memory grows with d². */
  private static final int MOST_EDITS = 1_200;

  /** The pieces {@code oldFrom} to {@code oldTo} gave way to {@code newFrom} to {@code newTo}. */
  public record ListEdit(int oldFrom, int oldTo, int newFrom, int newTo) {}

  /** What a whole comparison may cost, in steps of a few nanoseconds. */
  public static final class DiffBudget {
    private long left;

    public DiffBudget(long steps) {
      left = steps;
    }

    boolean spend(long steps) {
      left -= steps;
      return left >= 0;
    }
  }

  static <T> EditScript between(List<T> old, List<T> young, DiffBudget budget) {
    Map<T, Integer> numbers = new HashMap<>();
    return new EditSearch(numbered(old, numbers), numbered(young, numbers), budget).run();
  }

  private static <T> int[] numbered(List<T> pieces, Map<T, Integer> numbers) {
    int[] all = new int[pieces.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = numbers.computeIfAbsent(pieces.get(i), _ -> numbers.size());
    }
    return all;
  }

  /** One search; {@code from} and the ends bound what differs. */
  private static final class EditSearch {
    private final int[] old;
    private final int[] young;
    private final DiffBudget budget;
    private final List<int[]> rounds = new ArrayList<>();
    private int from;
    private int oldEnd;
    private int newEnd;

    EditSearch(int[] old, int[] young, DiffBudget budget) {
      this.old = old;
      this.young = young;
      this.budget = budget;
      this.oldEnd = old.length;
      this.newEnd = young.length;
    }

    EditScript run() {
      while (from < Math.min(oldEnd, newEnd) && old[from] == young[from]) {
        from++;
      }
      while (Math.min(oldEnd, newEnd) > from && old[oldEnd - 1] == young[newEnd - 1]) {
        oldEnd--;
        newEnd--;
      }
      if (from == oldEnd && from == newEnd) {
        return new EditScript(List.of(), true);
      }
      ListEdit whole = new ListEdit(from, oldEnd, from, newEnd);
      if (from == oldEnd || from == newEnd) {
        return new EditScript(List.of(whole), true);
      }
      return found() ? new EditScript(joined(), true) : new EditScript(List.of(whole), false);
    }

    /** Round d reaches as far as d edits can: {@code reach[k + d + 1]} on diagonal k. */
    private boolean found() {
      int n = oldEnd - from;
      int m = newEnd - from;
      int[] reach = {0, 0, 0};
      for (int d = 0; d <= Math.min(n + m, MOST_EDITS); d++) {
        int[] next = new int[2 * d + 3];
        for (int k = -d; k <= d; k += 2) {
          int start = d == 0 ? 0 : start(reach, d, k);
          int x = start;
          while (x < n && x - k < m && old[from + x] == young[from + x - k]) {
            x++;
          }
          next[k + d + 1] = x;
          if (!budget.spend(x - start + 1L)) {
            return false;
          }
          if (x >= n && x - k >= m) {
            rounds.add(next);
            return true;
          }
        }
        rounds.add(next);
        reach = next;
      }
      return false;
    }

    private static boolean down(int[] reach, int d, int k) {
      return k == -d || (k != d && reach[k - 1 + d] < reach[k + 1 + d]);
    }

    private static int start(int[] reach, int d, int k) {
      return down(reach, d, k) ? reach[k + 1 + d] : reach[k - 1 + d] + 1;
    }

    /** From the end back to the start; neighbouring edits become one. */
    private List<ListEdit> joined() {
      List<ListEdit> edits = new ArrayList<>();
      int k = (oldEnd - from) - (newEnd - from);
      for (int d = rounds.size() - 1; d > 0; d--) {
        int[] reach = rounds.get(d - 1);
        boolean down = down(reach, d, k);
        int before = down ? k + 1 : k - 1;
        int x = from + reach[before + d];
        int y = x - before;
        prepend(edits, down ? new ListEdit(x, x, y, y + 1) : new ListEdit(x, x + 1, y, y));
        k = before;
      }
      return edits.reversed();
    }

    private static void prepend(List<ListEdit> edits, ListEdit edit) {
      if (!edits.isEmpty()
          && edits.getLast().oldFrom() == edit.oldTo()
          && edits.getLast().newFrom() == edit.newTo()) {
        ListEdit next = edits.removeLast();
        edits.add(new ListEdit(edit.oldFrom(), next.oldTo(), edit.newFrom(), next.newTo()));
      } else {
        edits.add(edit);
      }
    }
  }
}
