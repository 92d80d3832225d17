package signpost.web.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * How many of the latest visits used the browser: at most 3 % of any thousand in a row, and of all
 * while there were fewer. A value: whoever counts keeps the one that comes back.
 *
 * @param visits so far
 * @param users the numbers of those among the latest that used it, ascending
 */
public record BrowserShare(long visits, List<Long> users) {
  /** Nothing was visited yet. */
  public static final BrowserShare NONE = new BrowserShare(0, List.of());

  private static final int WINDOW = 1_000;
  private static final int PER_MILLE = 30;

  public BrowserShare {
    users = List.copyOf(users);
  }

  /** After one more visit. */
  public BrowserShare visited() {
    long now = visits + 1;
    return new BrowserShare(now, users.stream().filter(it -> it > now - WINDOW).toList());
  }

  /** Whether the latest visit may use the browser. */
  public boolean isFree() {
    return (users.size() + 1) * (long) WINDOW <= PER_MILLE * Math.min(visits, WINDOW);
  }

  /** After the latest visit has used it. */
  public BrowserShare used() {
    List<Long> more = new ArrayList<>(users);
    more.add(visits);
    return new BrowserShare(visits, more);
  }

  /** After a visit has not used it after all. */
  public BrowserShare returned(long visit) {
    List<Long> fewer = new ArrayList<>(users);
    fewer.remove(Long.valueOf(visit));
    return new BrowserShare(visits, fewer);
  }
}
