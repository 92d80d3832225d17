package signpost.tools.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.successor.SuccessorOutcome;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.tools.finding.FoundHome;
import signpost.tools.finding.HomeSearch;
import signpost.url.WebUrl;

/**
 * Says of pages that are not there where they may be now, as {@code signpost find} would by the
 * words of the links to them: for somebody to look at, for those words alone prove nothing.
 */
final class HomeSuggestions {
  /** Each costs its site some ten requests, a second apart. */
  private static final int MOST = 50;

  private static final Set<Integer> GONE = Set.of(404, 410);
  private static final Duration DELAY = Duration.ofSeconds(1);

  private HomeSuggestions() {}

  /** Whether it can be asked where this went. */
  private static boolean asks(TargetResult result) {
    return result.kind() == ResultClass.BROKEN
        && GONE.contains(result.status())
        && WebUrl.parse(result.url()).filter(WebUrl::web).isPresent();
  }

  /** The same report, with where the first of them may be; tells if there are more. */
  static CheckReport in(
      CheckReport report,
      CheckInputs inputs,
      CheckOptions options,
      CheckProgress progress,
      Consumer<String> teller)
      throws InterruptedException {
    long gone = report.results().stream().filter(HomeSuggestions::asks).count();
    if (gone > MOST) {
      teller.accept("Of " + gone + " pages that are gone, " + MOST + " are looked for.");
    }
    Map<WebUrl, List<String>> words = new LinkedHashMap<>();
    report.results().stream()
        .filter(HomeSuggestions::asks)
        .limit(MOST)
        .forEach(it -> words.put(WebUrl.of(it.url()), words(it)));
    if (words.isEmpty()) {
      return report;
    }
    Map<String, String> homes = new HashMap<>();
    try (var search =
        new HomeSearch(
            List.copyOf(words.keySet()),
            LinkChecker.named(inputs, options),
            options.timeout(),
            DELAY,
            options.authorities(),
            options.contact())) {
      for (FoundHome home : search.homes(words, done -> progress.at(done, words.size()))) {
        address(home.outcome()).ifPresent(it -> homes.put(home.old().href(), it));
      }
    }
    List<TargetResult> told = new ArrayList<>();
    for (TargetResult result : report.results()) {
      String home = asks(result) ? homes.getOrDefault(WebUrl.of(result.url()).href(), "") : "";
      told.add(result.perhapsAt(home));
    }
    return report.telling(told, report.known());
  }

  private static List<String> words(TargetResult result) {
    return result.references().stream()
        .map(LinkReference::text)
        .filter(it -> !it.isBlank())
        .distinct()
        .toList();
  }

  private static Optional<String> address(SuccessorOutcome outcome) {
    return switch (outcome) {
      case SuccessorOutcome.Offer it -> Optional.of(it.url().href());
      case SuccessorOutcome.Hint it -> Optional.of(it.url().href());
      case SuccessorOutcome.StillThere _, SuccessorOutcome.Nothing _ -> Optional.empty();
    };
  }
}
