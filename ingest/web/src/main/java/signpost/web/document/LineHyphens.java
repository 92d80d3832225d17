package signpost.web.document;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Joins words that a hyphen parts at the end of a line. The document's other words decide whether
 * the hyphen belongs to the word.
 */
final class LineHyphens {
  private static final int TAIL = 80;
  private static final int MOST_WORDS = 200_000;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'’]*(?:-\\p{L}[\\p{L}'’]*)*");
  private static final Pattern PARTED =
      Pattern.compile("(?s)(?:.*[^\\p{L}'’-])?(\\p{L}[\\p{L}'’-]*)[-\\u00ad\\u2010]$");
  private static final Pattern GOES_ON =
      Pattern.compile("(?s)(\\p{Ll}[\\p{L}'’]*)(?:[^\\p{L}].*)?");
  private static final Set<String> KEEPING =
      Set.of("self", "non", "co", "ex", "well", "long", "short", "high", "low", "one", "two", "e");

  private final Set<String> words = new HashSet<>();

  LineHyphens(List<PdfTextLine> lines) {
    boolean cut = false;
    for (PdfTextLine line : lines) {
      cut = take(line.text(), cut);
    }
  }

  /** Takes a line's words but not the parts of parted ones; says whether its last is. */
  private boolean take(String line, boolean cut) {
    boolean parted = PARTED.matcher(line.substring(Math.max(0, line.length() - TAIL))).matches();
    Matcher word = WORD.matcher(line);
    boolean first = true;
    while (word.find() && words.size() < MOST_WORDS) {
      boolean whole = !(cut && first) && !(parted && word.end() >= line.length() - 1);
      first = false;
      if (whole) {
        words.add(word.group().toLowerCase(Locale.ROOT));
      }
    }
    return parted;
  }

  /** Adds a line to what has been read of a paragraph. */
  void join(StringBuilder text, String line) {
    Matcher parted = text.isEmpty() ? null : PARTED.matcher(tail(text));
    Matcher next = GOES_ON.matcher(line);
    if (parted == null || !parted.matches() || !next.matches()) {
      text.append(text.isEmpty() || line.isEmpty() ? "" : " ").append(line);
      return;
    }
    boolean soft = text.charAt(text.length() - 1) == '\u00ad';
    if (soft || !keepsHyphen(parted.group(1), next.group(1))) {
      text.setLength(text.length() - 1);
    }
    text.append(line);
  }

  private static String tail(StringBuilder text) {
    return text.substring(Math.max(0, text.length() - TAIL));
  }

  private boolean keepsHyphen(String before, String after) {
    String one = before.toLowerCase(Locale.ROOT);
    String other = after.toLowerCase(Locale.ROOT);
    if (words.contains(one + other)) {
      return false;
    }
    String last = one.substring(one.lastIndexOf('-') + 1);
    return words.contains(one + '-' + other)
        || KEEPING.contains(last)
        || (last.length() > 3
            && other.length() > 3
            && words.contains(last)
            && words.contains(other));
  }
}
