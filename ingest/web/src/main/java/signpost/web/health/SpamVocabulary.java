package signpost.web.health;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.web.extract.ReadablePage;

/** The words of sites that take over others: gambling and pornography for sale. Pure. */
public final class SpamVocabulary {
  private static final int SOME = 2;
  private static final int MANY = 3;
  private static final int OFTEN = 5;
  private static final double SHARE = 0.01;

  private static final Pattern SOLD =
      Pattern.compile(
          "(?iU)\\b(?:casinos?|slots?|gacor|togel|judi|bandar|maxwin|situs|sbobet|1xbet|poker"
              + "|baccarat|roulette|blackjack|sportsbook|bookmakers?|betting|free spins|jackpots?"
              + "|(?:welcome|deposit) bonus|porno?|xxx|escorts?|milfs?|hentai|camgirls?|sex cams?"
              + "|nudes?|viagra|cialis)\\b");

  /** Sites that help people harmed by gambling use the same words, but they also use these. */
  private static final Pattern HELP =
      Pattern.compile(
          "(?iU)\\b(?:addictions?|addicted|helplines?|recovery|treatment|counselling|therapy"
              + "|harms?|charity|safeguarding|exploitation|abuse|victims?|research)\\b");

  private SpamVocabulary() {}

  /** Whether such words stand on it at all, for whatever reason. */
  static boolean bears(ReadablePage page) {
    return distinct(SOLD, text(page)).size() >= SOME;
  }

  /** Whether it sells what they name. */
  public static boolean takenOver(ReadablePage page) {
    String text = text(page);
    long times = SOLD.matcher(text).results().count();
    long words = text.split("\\s+", -1).length;
    return distinct(SOLD, text).size() >= MANY
        && times >= Math.max(OFTEN, SHARE * words)
        && distinct(HELP, text).size() < MANY;
  }

  private static String text(ReadablePage page) {
    return page.title() + "\n" + page.text();
  }

  private static Set<String> distinct(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(it -> it.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
