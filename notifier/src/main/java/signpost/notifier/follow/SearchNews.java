package signpost.notifier.follow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
   * Works it out. What is found when a reader begins was there before. What waits to be told is
   * gone when it is not found any more, unless only a part of what is found is known.
   *
   * @param before the addresses of earlier answers, and whether their reader knows of each
   */
  public static SearchNews of(
      FollowedSearch followed, FoundAnswer found, Map<String, Boolean> before) {
    if (!followed.based()) {
      Stream<String> all = found.pages().stream().flatMap(FoundResource::addresses);
      return new SearchNews(all.collect(Collectors.toSet()), List.of(), Set.of());
    }
    Set<String> known = new HashSet<>();
    List<FoundResource> arrived = new ArrayList<>();
    Set<String> waiting = new HashSet<>(before.keySet());
    waiting.removeIf(before::get);
    Set<String> gone = new HashSet<>(found.whole() ? waiting : Set.of());
    for (FoundResource it : found.pages()) {
      if (it.addresses().anyMatch(address -> isTold(before, address))) {
        it.addresses().filter(address -> !isTold(before, address)).forEach(known::add);
      } else if (!it.usable()) {
        it.addresses().filter(waiting::contains).forEach(gone::add);
      } else if (waiting.contains(it.url())) {
        gone.remove(it.url());
      } else {
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
