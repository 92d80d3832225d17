package signpost.bench.noise;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import signpost.bench.noise.PageTrial.EditResult;
import signpost.bench.noise.PageTrial.EditVerdict;
import signpost.bench.noise.PageTrial.QuietVisits;
import signpost.revision.kind.ChangeSummary;
import signpost.sample.noise.NoiseKind;

/** Prints what was told, and says whether anything was that must not be. */
final class NoiseReport {
  private static final double RIGHT_KINDS = 0.95;
  private static final int WIDTH = 110;
  private static final int EXAMPLES = 12;

  private final PrintWriter out;
  private final boolean each;
  private boolean missed;

  NoiseReport(PrintWriter out, boolean each) {
    this.out = out;
    this.each = each;
  }

  /** Whether a target was missed so far. */
  boolean missed() {
    return missed;
  }

  void alone(Map<NoiseKind, List<QuietVisits>> alone) {
    out.printf("Noise, one kind at a time%n");
    int silent = 0;
    for (var entry : alone.entrySet()) {
      int told = told(entry.getValue());
      int allowed = entry.getKey().allowed();
      if (told == 0) {
        silent++;
      } else {
        out.printf(
            "  %-26s told %d on %d of %d pages%s%n",
            entry.getKey().name(),
            told,
            entry.getValue().stream().filter(it -> !it.told().isEmpty()).count(),
            entry.getValue().size(),
            allowed > 0 ? " (at most %d a page until it is known)".formatted(allowed) : "");
        example(entry.getValue());
      }
      missed |= entry.getValue().stream().anyMatch(it -> it.excess() > 0);
    }
    out.printf("  %d of %d kinds told nothing%n", silent, alone.size());
    out.printf(
        "  dates and spellings kept without a mail: %d%n",
        kept(alone.values().stream().flatMap(List::stream).toList()));
  }

  void together(List<QuietVisits> together, int visits) {
    out.printf("Noise, 3 to 8 kinds at once%n");
    out.printf(
        "  %d pages × %d visits: told %d on %d pages; dates and spellings kept without a mail: %d%n",
        together.size(),
        visits,
        told(together),
        together.stream().filter(it -> !it.told().isEmpty()).count(),
        kept(together));
    together.stream()
        .filter(it -> !it.told().isEmpty())
        .limit(each ? Long.MAX_VALUE : EXAMPLES)
        .forEach(it ->
            out.printf(
                "    %s %s%n      %s%n",
                it.page().name(), names(it.habits()), said(it.told().getFirst())));
    missed |= together.stream().anyMatch(it -> it.excess() > 0);
  }

  void written(String where, List<EditResult> all) {
    out.printf("Edits %s%n", where);
    long timely =
        count(all, it -> it.verdict() != EditVerdict.LATE && it.verdict() != EditVerdict.NEVER);
    long right = count(all, it -> it.verdict() == EditVerdict.RIGHT);
    List<EditResult> meant = all.stream().filter(it -> it.edit() instanceof MeaningEdit).toList();
    long weighed = count(meant, it -> it.verdict() == EditVerdict.RIGHT);
    List<EditResult> endings = all.stream().filter(it -> it.edit() instanceof PageEnding).toList();
    long ended = count(endings, it -> it.verdict() == EditVerdict.RIGHT);
    long again = all.stream().mapToLong(EditResult::again).sum();
    out.printf("  told at the second sighting   %d of %d%n", timely, all.size());
    out.printf("  with the right kind first     %s of those%n", percent(right, timely));
    out.printf("  withdrawn, replaced, archived %d of %d%n", ended, endings.size());
    out.printf("  what it means, at .6 or more  %d of %d%n", weighed, meant.size());
    out.printf("  told of afterwards, once more %d%n", again);
    missed |= weighed < meant.size();
    missed |=
        timely < all.size() || right < RIGHT_KINDS * timely || ended < endings.size() || again > 0;
    misses(all);
  }

  private void misses(List<EditResult> all) {
    Map<PageEdit, List<EditResult>> byEdit =
        all.stream()
            .collect(
                Collectors.groupingBy(EditResult::edit, LinkedHashMap::new, Collectors.toList()));
    byEdit.values().stream()
        .filter(written -> wrong(written).size() > 0)
        .sorted(Comparator.comparingInt(written -> -wrong(written).size()))
        .limit(each ? Long.MAX_VALUE : EXAMPLES)
        .forEach(this::miss);
  }

  private void miss(List<EditResult> written) {
    List<EditResult> wrong = wrong(written);
    out.printf(
        "  %-28s %d of %d: never %d, late %d, other kind %d, too light %d%n",
        wrong.getFirst().edit().name(),
        wrong.size(),
        written.size(),
        count(wrong, it -> it.verdict() == EditVerdict.NEVER),
        count(wrong, it -> it.verdict() == EditVerdict.LATE),
        count(wrong, it -> it.verdict() == EditVerdict.OTHER_KIND),
        count(wrong, it -> it.verdict() == EditVerdict.LIGHT));
    wrong.stream().limit(each ? Long.MAX_VALUE : 1).forEach(this::miss);
  }

  private static List<EditResult> wrong(List<EditResult> written) {
    return written.stream().filter(it -> it.verdict() != EditVerdict.RIGHT).toList();
  }

  private void miss(EditResult it) {
    out.printf(
        "    %s %s%n      told instead: %s%n",
        it.amid().page().name(), names(it.amid().habits()), cut(it.instead()));
  }

  private void example(List<QuietVisits> quiet) {
    quiet.stream()
        .filter(it -> !it.told().isEmpty())
        .limit(each ? Long.MAX_VALUE : 1)
        .forEach(it -> out.printf("    %s: %s%n", it.page().name(), said(it.told().getFirst())));
  }

  private static int told(List<QuietVisits> all) {
    return all.stream().mapToInt(it -> it.told().size()).sum();
  }

  private static int kept(List<QuietVisits> all) {
    return all.stream().mapToInt(QuietVisits::kept).sum();
  }

  private static long count(List<EditResult> all, Predicate<EditResult> of) {
    return all.stream().filter(of).count();
  }

  private static String percent(long part, long all) {
    return all == 0 ? "–" : "%.1f %%".formatted(100.0 * part / all);
  }

  private static String names(List<NoiseKind> habits) {
    return habits.stream().map(NoiseKind::name).toList().toString();
  }

  private static String said(ChangeSummary change) {
    return cut(change.kinds() + " " + change.sentence());
  }

  private static String cut(String text) {
    return text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
  }
}
