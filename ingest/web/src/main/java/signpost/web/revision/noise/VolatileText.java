package signpost.web.revision.noise;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;

/**
 * Finds words that change by themselves: "updated 3 days ago", "1,204 views", "5 min read", "open
 * now". No author wrote them, so they never count as a change. {@link VolatilePhrases} says where:
 * "taken 2 hours ago" is advice, and a service that is "now closed to referrals" is closed.
 */
public final class VolatileText {
  /** A text longer than this is never volatile as a whole. */
  private static final int LONGEST = 2_000;

  private VolatileText() {}

  /** The text with what passes replaced by a mark. */
  static String masked(String text) {
    return masked(text, "");
  }

  /** Under a heading, which says what is open or closed now. */
  static String masked(String text, String heading) {
    return text.length() > LONGEST ? text : VolatilePhrases.masked(text, heading);
  }

  /** The old reading with what has passed since brought up to date, so that no place shows it. */
  public static ComparablePage caughtUp(ComparablePage old, ComparablePage young) {
    Set<TextLine> told = new HashSet<>(old.lines());
    Map<TextLine, Deque<TextLine>> passed = new HashMap<>();
    HeadedLine.all(young).stream()
        .filter(line -> !told.contains(line.line()) && line.passes())
        .forEach(line ->
            passed.computeIfAbsent(line.masked(), _ -> new ArrayDeque<>()).add(line.line()));
    ComparablePage titled =
        masked(old.title()).equals(masked(young.title())) ? old.withTitle(young.title()) : old;
    return passed.isEmpty()
        ? titled
        : titled.withLines(caughtUp(old, Set.copyOf(young.lines()), passed));
  }

  private static List<TextLine> caughtUp(
      ComparablePage old, Set<TextLine> standing, Map<TextLine, Deque<TextLine>> passed) {
    return HeadedLine.all(old).stream()
        .map(line -> {
          Deque<TextLine> same = standing.contains(line.line()) ? null : passed.get(line.masked());
          return same == null || same.isEmpty() ? line.line() : same.removeFirst();
        })
        .toList();
  }
}
