package signpost.notifier.follow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What changes when a search that is followed was answered.
 *
 * @param known addresses that are no news from now on
 * @param arrived pages that its reader is to be told of
 * @param gone addresses that were to be told and are found no more, or are of no use
 */
public record SearchNews(Set<String> known, List<FoundResource> arrived, Set<String> gone) {
  public SearchNews {
    known = Set.copyOf(known);
    arrived = List.copyOf(arrived);
    gone = Set.copyOf(gone);
  }

  /**
   * Works it out. What is found when a reader begins was there before, and so is what comes while
   * {@code filling}: sources are still being read for the first time.
   *
   * @param before the addresses of earlier answers, and whether their reader knows of each
   */
  public static SearchNews of(
      FollowedSearch followed,
      List<FoundResource> found,
      Map<String, Boolean> before,
      boolean filling) {
    Stream<String> all = found.stream().flatMap(FoundResource::addresses);
    if (!followed.based() || filling) {
      return new SearchNews(
          new HashSet<>(all.filter(it -> !isTold(before, it)).toList()), List.of(), Set.of());
    }
    Set<String> known = new HashSet<>();
    List<FoundResource> arrived = new ArrayList<>();
    Set<String> gone = new HashSet<>(before.keySet());
    gone.removeIf(before::get);
    for (FoundResource it : found) {
      if (it.addresses().anyMatch(address -> isTold(before, address))) {
        it.addresses().filter(address -> !isTold(before, address)).forEach(known::add);
      } else if (it.usable() && !gone.remove(it.url())) {
        arrived.add(it);
      }
    }
    gone.removeAll(known);
    return new SearchNews(known, arrived, gone);
  }

  private static boolean isTold(Map<String, Boolean> before, String address) {
    return Objects.equals(before.get(address), true);
  }

  /** Whether all is as it was. */
  public boolean isNone() {
    return known.isEmpty() && arrived.isEmpty() && gone.isEmpty();
  }
}
