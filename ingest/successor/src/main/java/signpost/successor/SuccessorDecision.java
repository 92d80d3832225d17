package signpost.successor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import signpost.web.extract.ReadablePage;

/** What to believe of the pages that were read. Pure. */
public final class SuccessorDecision {
  static final double SURE = 0.95;
  static final double LIKELY = 0.6;

  /** A runner-up whose odds of being wrong are not so many times greater is as good. */
  private static final double AHEAD = 3;

  /** Who shares fewer words than any two pages of a site is another page of that name. */
  private static final double STRANGER = 0.1;

  private final SuccessorWeights weights;

  /** One candidate with what was measured of it. */
  public record WeighedCandidate(CandidatePage candidate, Likeness likeness, double probability) {}

  public SuccessorDecision(SuccessorWeights weights) {
    this.weights = weights;
  }

  /**
   * The candidates that may be told of, the most probable first.
   *
   * @param answer what stands at the old address now
   */
  List<WeighedCandidate> weigh(
      RememberedPage old,
      Optional<ReadablePage> answer,
      WordRarity names,
      List<CandidatePage> candidates) {
    List<CandidatePage> fit =
        candidates.stream().filter(it -> UnfitPage.of(it, old, answer).isEmpty()).toList();
    List<Likeness> likenesses = PageLikeness.of(old, names, fit);
    return IntStream.range(0, fit.size())
        .mapToObj(i ->
            new WeighedCandidate(
                fit.get(i), likenesses.get(i), weights.probability(likenesses.get(i))))
        .sorted(Comparator.comparingDouble(WeighedCandidate::probability).reversed())
        .toList();
  }

  /** What is told of them, given the most probable first. */
  static SuccessorOutcome decide(List<WeighedCandidate> weighed) {
    if (weighed.isEmpty()) {
      return new SuccessorOutcome.Nothing("No page of the same publisher is like it");
    }
    WeighedCandidate best = weighed.getFirst();
    if (best.probability() < LIKELY) {
      return new SuccessorOutcome.Nothing("No page is enough like it");
    }
    if (weighed.size() > 1 && !isAhead(best, weighed.get(1))) {
      return new SuccessorOutcome.Nothing("Two pages are equally like it");
    }
    return told(best);
  }

  private static boolean isAhead(WeighedCandidate best, WeighedCandidate next) {
    return odds(best) >= AHEAD * odds(next);
  }

  private static double odds(WeighedCandidate it) {
    return it.probability() / Math.max(1e-12, 1 - it.probability());
  }

  private static boolean isStranger(Likeness likeness) {
    return likeness.of(LikenessSign.WORDS) < STRANGER && likeness.of(LikenessSign.STATED) == 0;
  }

  private static SuccessorOutcome told(WeighedCandidate best) {
    CandidatePage page = best.candidate();
    String reason = SuccessorReason.of(page, best.likeness());
    return best.probability() >= SURE && !isStranger(best.likeness())
        ? new SuccessorOutcome.Offer(page.url(), page.page().title(), best.probability(), reason)
        : new SuccessorOutcome.Hint(page.url(), page.page().title(), best.probability(), reason);
  }
}
