package signpost.bench.noise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import signpost.bench.noise.PageTrial.EditResult;
import signpost.bench.noise.PageTrial.QuietVisits;
import signpost.sample.noise.NoiseKind;
import signpost.sample.noise.NoiseKinds;
import signpost.sample.noise.NoisyVisit;
import signpost.sample.noise.RandomPick;

/** Watches all pages: each kind of noise alone, kinds together, and edits amid them. */
final class NoiseRun {
  private static final int FEWEST = 3;
  private static final int MOST = 8;

  private final PageTrial trial;
  private final List<AuthoredPage> pages;
  private final int visits;
  private final long seed;

  NoiseRun(PageWatch watch, List<AuthoredPage> pages, int visits, long seed) {
    this.trial = new PageTrial(watch);
    this.pages = List.copyOf(pages);
    this.visits = visits;
    this.seed = seed;
  }

  /** Each kind on so many pages, one template after the other. */
  Map<NoiseKind, List<QuietVisits>> alone(List<NoiseKind> kinds, int each) {
    Map<NoiseKind, List<QuietVisits>> alone = new LinkedHashMap<>();
    for (NoiseKind kind : kinds) {
      int from = NoiseKinds.ALL.indexOf(kind) * each;
      List<QuietVisits> quiet =
          IntStream.range(from, from + Math.min(each, pages.size()))
              .parallel()
              .mapToObj(i -> quiet(i % pages.size(), List.of(kind)))
              .toList();
      alone.put(kind, quiet);
    }
    return alone;
  }

  /** Every page with three to eight kinds at once. */
  List<QuietVisits> together(List<NoiseKind> kinds) {
    return IntStream.range(0, pages.size())
        .parallel()
        .mapToObj(i -> quiet(i, habits(kinds, new Random(NoisyVisit.mixed(seed, "habits", i)))))
        .toList();
  }

  /** Pages without any noise, one template after the other. */
  List<QuietVisits> still(int count) {
    return IntStream.range(0, Math.min(count, pages.size()))
        .parallel()
        .mapToObj(i -> quiet(i, List.of()))
        .toList();
  }

  /** Every edit on every page that has a place for it. */
  List<EditResult> written(List<QuietVisits> pages, List<PageEdit> edits) {
    return pages.parallelStream()
        .flatMap(amid -> edits.stream().flatMap(edit -> trial.written(amid, edit).stream()))
        .toList();
  }

  private QuietVisits quiet(int page, List<NoiseKind> habits) {
    return trial.quiet(pages.get(page), habits, visits, NoisyVisit.mixed(seed, "visits", page));
  }

  /** In the order in which a server applies them: other faces last. */
  private static List<NoiseKind> habits(List<NoiseKind> kinds, Random random) {
    List<NoiseKind> drawn =
        RandomPick.some(kinds, FEWEST + random.nextInt(MOST - FEWEST + 1), random);
    List<NoiseKind> habits = new ArrayList<>(NoiseKinds.ALL);
    habits.retainAll(drawn);
    return habits;
  }
}
