package signpost.web.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the words of a line show by themselves. */
final class LineTraits {
  private static final Pattern PRICE =
      Pattern.compile("[£$€¥]\\s?\\d|\\d\\s?(?:€|zł|kr\\b|USD|GBP|EUR)");
  private static final Pattern DATE =
      Pattern.compile(
          "(?i)\\b(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2}"
              + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? \\d{1,4}"
              + "|\\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
              + "|\\d+ (?:hour|day|week|month|year|min)s? ago)");

  /** One of these stands in each date that is not all figures. */
  private static final List<String> IN_DATES =
      List.of(
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
          " ago");

  private static final List<String> COPYRIGHT =
      List.of("©", "(c)", "copyright", "all rights reserved", "privacy policy", "terms of");
  private static final String ACTIONS =
      "share|tweet|print|reply|report|like|login|log in|sign in|sign up|register|search"
          + "|subscribe|add to cart|add to basket|add to bag|add to wishlist|buy now|read more"
          + "|learn more|view all|see all|show more|load more|next|previous|back|menu|home|close"
          + "|skip.*|follow.*|quote|permalink|edit|submit|contact us|download";

  private static final Pattern ACTION = Pattern.compile("(?i)(?:" + ACTIONS + ")\\b.{0,20}$");

  private static final int FIRST = 3;

  /** The first letters of each. */
  private static final Set<String> ACTION_STARTS =
      Stream.of(ACTIONS.split("\\|"))
          .map(action -> action.substring(0, FIRST))
          .collect(Collectors.toUnmodifiableSet());

  /** One of these stands in each price. */
  private static final List<String> MONEY =
      List.of("£", "$", "€", "¥", "zł", "kr", "USD", "GBP", "EUR");

  private static final String STOPS = ".,;?!。，";
  private static final String ENDS = ".!?。";
  private static final int SHORT = 300;
  private static final int SHORTEST = 60;

  private final String text;
  private int words;
  private int digits;
  private int upper;
  private int letters;
  private int stops;
  private int cells;
  private boolean parted;
  private final boolean price;

  LineTraits(String text) {
    this.text = text;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = Character.isLetterOrDigit(c) || c == '_';
      words += word && !inWord ? 1 : 0;
      inWord = word;
      digits += isFigure(c) ? 1 : 0;
      upper += Character.isUpperCase(c) ? 1 : 0;
      letters += Character.isLetter(c) ? 1 : 0;
      stops += STOPS.indexOf(c) >= 0 ? 1 : 0;
      cells += c == '\t' ? 1 : 0;
      parted |= parts(text, i);
    }
    price = digits > 0 && hasOne(text, MONEY) && PRICE.matcher(text).find();
  }

  /** Runs of letters, digits and underlines; of writing without spaces every eight letters. */
  int words() {
    return Math.max(words, letters / 8);
  }

  boolean namesPrice() {
    return price;
  }

  private static boolean hasOne(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a full stop, stroke or hyphen stands between two figures, as it does in dates. */
  private static boolean parts(String text, int at) {
    char c = text.charAt(at);
    return (c == '.' || c == '/' || c == '-')
        && at > 0
        && at < text.length() - 1
        && isFigure(text.charAt(at - 1))
        && isFigure(text.charAt(at + 1));
  }

  private static boolean isFigure(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean namesDate(String small) {
    return digits > 0
        && text.length() < SHORT
        && (parted || hasOne(small, IN_DATES))
        && DATE.matcher(text).find();
  }

  private boolean namesAction(String small) {
    return text.length() < SHORTEST
        && small.length() >= FIRST
        && ACTION_STARTS.contains(small.substring(0, FIRST))
        && ACTION.matcher(text).lookingAt();
  }

  boolean isSentence() {
    return ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  void into(FeatureRow row, String title) {
    String small = text.toLowerCase(Locale.ROOT);
    row.set(BlockFeature.WORDS, FeatureRow.log(words()));
    row.set(BlockFeature.CHARS_PER_WORD, (double) text.length() / Math.max(1, words()));
    row.set(BlockFeature.DIGIT_SHARE, (double) digits / text.length());
    row.set(BlockFeature.UPPER_SHARE, FeatureRow.share(upper, letters));
    row.set(BlockFeature.STOPS_PER_WORD, (double) stops / Math.max(1, words()));
    char end = text.charAt(text.length() - 1);
    row.set(BlockFeature.ENDS_SENTENCE, ENDS.indexOf(end) >= 0 ? 1 : end == ':' ? 0.5 : 0);
    row.set(BlockFeature.PRICE, namesPrice());
    row.set(BlockFeature.DATE, namesDate(small));
    row.set(BlockFeature.COPYRIGHT, text.length() < SHORT && hasOne(small, COPYRIGHT));
    row.set(BlockFeature.ACTION, namesAction(small));
    row.set(BlockFeature.IN_TITLE, text.length() > 3 && title.contains(small));
    row.set(BlockFeature.CELLS, cells);
  }
}
