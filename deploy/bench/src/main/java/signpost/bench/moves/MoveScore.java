package signpost.bench.moves;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import signpost.bench.moves.MovedPage.MoveKind;

/**
 * How good answers are: an offer on a page that is gone is a wrong one, silence on a weak case is
 * no miss.
 */
record MoveScore(List<MoveAnswer> answers) {
  static final String HEAD =
      "set                      cases  offers  precision  recall  on gone  requests  most";

  MoveScore {
    answers = List.copyOf(answers);
  }

  MoveScore of(Predicate<MovedPage> wanted) {
    return new MoveScore(answers.stream().filter(it -> wanted.test(it.page())).toList());
  }

  double precision() {
    return share(count(MoveAnswer::isRight), count(it -> it.offered().isPresent()));
  }

  /** Right offers of the pages that moved. */
  double recall() {
    MoveScore moved = of(it -> it.kind() == MoveKind.MOVED);
    return share(moved.count(MoveAnswer::isRight), moved.answers.size());
  }

  double offeredOnGone() {
    MoveScore gone = of(it -> it.kind() == MoveKind.GONE);
    return share(gone.count(it -> it.offered().isPresent()), gone.answers.size());
  }

  double requests() {
    return answers.stream().mapToInt(MoveAnswer::requests).average().orElse(0);
  }

  private long count(Predicate<MoveAnswer> wanted) {
    return answers.stream().filter(wanted).count();
  }

  private static double share(long some, long all) {
    return all == 0 ? Double.NaN : (double) some / all;
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-24s %5d  %6d  %9.1f  %6.1f  %7.1f  %8.1f  %4d",
        name,
        answers.size(),
        count(it -> it.offered().isPresent()),
        100 * precision(),
        100 * recall(),
        100 * offeredOnGone(),
        requests(),
        answers.stream().mapToInt(MoveAnswer::requests).max().orElse(0));
  }
}
