package signpost.tools.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import signpost.tools.repair.Spot.Range;
import signpost.url.WebUrl;

/** Keeps of all addresses in a file those that were answered, and hints for answers to none. */
final class Collector {
  private static final int MOST_HINTS = 100_000;
  private static final int WORDS = 80;

  /** An address and what is to become of it. */
  record Match(Spot spot, Answer answer) {}

  private final Answers answers;
  private final List<Match> matches = new ArrayList<>();
  private final Map<String, String> hints = new HashMap<>();

  Collector(Answers answers) {
    this.answers = answers;
  }

  Answers answers() {
    return answers;
  }

  List<Match> matches() {
    return matches;
  }

  void add(Spot spot) {
    if (spot.use().link() && hints.size() < MOST_HINTS) {
      hints.putIfAbsent(Answers.loose(spot.url()), spot.url().href());
    }
    answers.of(spot.url()).ifPresent(answer -> matches.add(new Match(spot, answer)));
  }

  boolean wants(WebUrl url) {
    return answers.of(url).isPresent();
  }

  /** Words that show an address somebody wants gone. */
  void shown(String what, String raw, Range range, IntFunction<Place> place) {
    for (Mentions.Mention it : Mentions.in(raw, answers)) {
      int from = range.from() + it.from();
      Range where = new Range(range.part(), from, from + it.words().length());
      String words = Plain.line(it.words(), WORDS);
      WebUrl url = it.answer().target();
      var spot = new Spot(Use.SHOWN, where, url, what, words, "", place.apply(from));
      matches.add(new Match(spot, it.answer()));
    }
  }

  /** A link to a very similar address, or to the replacement. */
  Optional<String> hint(Answer answer) {
    String already = answer.with().map(it -> hints.getOrDefault(Answers.loose(it), "")).orElse("");
    if (!already.isEmpty()) {
      return Optional.of("its replacement is there already");
    }
    return Optional.ofNullable(hints.get(Answers.loose(answer.target())))
        .map(it -> "but there is a link to " + it);
  }
}
