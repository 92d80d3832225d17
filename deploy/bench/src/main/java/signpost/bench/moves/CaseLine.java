package signpost.bench.moves;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import signpost.bench.moves.FinderRun.FoundCase;
import signpost.successor.SuccessorDecision.WeighedCandidate;
import signpost.successor.SuccessorOutcome;

/** One case and what was made of it, for whoever looks into them. */
final class CaseLine {
  private CaseLine() {}

  static String of(FoundCase found) {
    MovedPage page = found.answer().page();
    String read =
        found.found().weighed().stream()
            .map(it -> candidate(page, it))
            .collect(Collectors.joining());
    return "%s %s %s %s -> %s: %s%s · %s (%d)%s"
        .formatted(
            page.kind(),
            page.text(),
            page.site(),
            page.old(),
            page.accept(),
            verdict(found),
            wasRead(found) ? "" : ", not read",
            found.found().outcome().reason(),
            found.answer().requests(),
            read);
  }

  private static boolean wasRead(FoundCase found) {
    MovedPage page = found.answer().page();
    return page.accept().isEmpty()
        || found.found().weighed().stream()
            .anyMatch(it -> page.isRight(it.candidate().url().path()));
  }

  private static String verdict(FoundCase found) {
    String right = found.answer().isRight() ? "RIGHT" : "WRONG";
    return switch (found.found().outcome()) {
      case SuccessorOutcome.Offer _ -> right;
      case SuccessorOutcome.Hint _ -> "hint";
      case SuccessorOutcome.StillThere _, SuccessorOutcome.Nothing _ -> "nothing";
    };
  }

  private static String candidate(MovedPage page, WeighedCandidate it) {
    String signs =
        it.likeness().signs().entrySet().stream()
            .filter(sign -> sign.getValue() != 0)
            .sorted(Map.Entry.comparingByKey())
            .map(sign -> String.format(Locale.ROOT, "%s %.2f", sign.getKey(), sign.getValue()))
            .collect(Collectors.joining(" "));
    return String.format(
        Locale.ROOT,
        "%n    %s %.3f %s %s",
        page.isRight(it.candidate().url().path()) ? "+" : "-",
        it.probability(),
        it.candidate().url().path(),
        signs);
  }
}
