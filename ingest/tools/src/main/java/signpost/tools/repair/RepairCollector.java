package signpost.tools.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.url.WebUrl;

/** Keeps of all addresses in a file those that were answered, and hints for answers to none. */
final class RepairCollector {
  private static final int MOST_HINTS = 100_000;
  private static final int WORDS = 80;

  /** An address and what is to become of it. */
  record AnswerMatch(AddressSpot spot, LinkAnswer answer) {}

  private final AnswersByAddress answers;
  private final List<AnswerMatch> matches = new ArrayList<>();
  private final Map<String, String> hints = new HashMap<>();

  RepairCollector(AnswersByAddress answers) {
    this.answers = answers;
  }

  AnswersByAddress answers() {
    return answers;
  }

  List<AnswerMatch> matches() {
    return matches;
  }

  void add(AddressSpot spot) {
    if (spot.use().link() && hints.size() < MOST_HINTS) {
      hints.putIfAbsent(AnswersByAddress.loose(spot.url()), spot.url().href());
    }
    answers.of(spot.url()).ifPresent(answer -> matches.add(new AnswerMatch(spot, answer)));
  }

  boolean wants(WebUrl url) {
    return answers.of(url).isPresent();
  }

  /** Words that show an address somebody wants gone. */
  void shown(String what, String raw, PartRange range, IntFunction<FilePlace> place) {
    for (AddressMentions.AddressMention it : AddressMentions.in(raw, answers)) {
      int from = range.from() + it.from();
      PartRange where = new PartRange(range.part(), from, from + it.words().length());
      String words = PlainOutput.line(it.words(), WORDS);
      WebUrl url = it.answer().target();
      var spot = new AddressSpot(AddressUse.SHOWN, where, url, what, words, "", place.apply(from));
      matches.add(new AnswerMatch(spot, it.answer()));
    }
  }

  /** A link to a very similar address, or to the replacement. */
  Optional<String> hint(LinkAnswer answer) {
    String already =
        answer.with().map(it -> hints.getOrDefault(AnswersByAddress.loose(it), "")).orElse("");
    if (!already.isEmpty()) {
      return Optional.of("its replacement is there already");
    }
    return Optional.ofNullable(hints.get(AnswersByAddress.loose(answer.target())))
        .map(it -> "but there is a link to " + it);
  }
}
