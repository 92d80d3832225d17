package signpost.search.pages.practitioner;

import java.util.Map;
import java.util.function.Predicate;
import signpost.search.pages.HealthWords;
import signpost.search.query.GuideSum;

/**
 * How a guide's lines fare, in sums: {@code answered} are those whose owners have said what becomes
 * of them, {@code unsure} neither work nor need anything done.
 */
record GuideCounts(
    long total, long works, long needAction, long answered, long unsure, long unknownAddress) {

  static GuideCounts of(GuideSum guide) {
    long works = lines(guide, "ok"::equals);
    long needAction = lines(guide, HealthWords::needsAction);
    long known = lines(guide, _ -> true);
    return new GuideCounts(
        known + guide.answered() + guide.unknownAddress(),
        works,
        needAction,
        guide.answered(),
        known - works - needAction,
        guide.unknownAddress());
  }

  private static long lines(GuideSum guide, Predicate<String> state) {
    return guide.states().entrySet().stream()
        .filter(it -> state.test(it.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
