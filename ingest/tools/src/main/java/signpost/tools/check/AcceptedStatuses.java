package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;

/** Status codes that count as fine: {@code 200..299,403}. */
public final class AcceptedStatuses {
  private record StatusRange(int from, int to) {}

  private final List<StatusRange> ranges;

  private AcceptedStatuses(List<StatusRange> ranges) {
    this.ranges = List.copyOf(ranges);
  }

  /**
   * Reads codes and ranges, {@code ..} or {@code -} between the ends, both counted.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static AcceptedStatuses of(String text) {
    List<StatusRange> ranges = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("\\.\\.=?|-", -1);
      boolean whole = ends.length <= 2;
      for (String end : ends) {
        whole &= end.matches("[1-9]\\d\\d");
      }
      if (!whole || Integer.parseInt(ends[0]) > Integer.parseInt(ends[ends.length - 1])) {
        throw new IllegalArgumentException(
            "'" + part.strip() + "' is no status code or range such as 403 or 200..299");
      }
      ranges.add(
          new StatusRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])));
    }
    return new AcceptedStatuses(ranges);
  }

  boolean has(int status) {
    return ranges.stream().anyMatch(range -> range.from <= status && status <= range.to);
  }
}
