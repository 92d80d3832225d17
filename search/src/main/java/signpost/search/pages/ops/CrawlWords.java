package signpost.search.pages.ops;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import signpost.search.pages.PageFormat;

/** The crawler's words in people's. */
public final class CrawlWords {
  private static final Pattern STATUS = Pattern.compile("(?:GET|HEAD): (\\d{3})");

  private CrawlWords() {}

  /** 1 address, 12 addresses. */
  public static String addresses(long number) {
    return number == 1 ? "1 address" : String.format(Locale.UK, "%,d addresses", number);
  }

  /** Why a page is visited. */
  public static String kind(@Nullable String wire) {
    return switch (wire) {
      case "GUIDE" -> "A guide’s own page";
      case "RESOURCE" -> "A resource of a guide";
      case "SOURCE_PAGE" -> "A page of a source";
      case "OUTLINK" -> "A link on a page";
      case null, default -> "A page";
    };
  }

  /** Why a page cannot be read well, by its code. */
  public static String unread(String wire) {
    return switch (wire) {
      case "doubtful" -> "In doubt";
      case "needs-browser" -> "Needs a browser";
      case "empty" -> "No words";
      case "unsupported" -> "Format not read";
      case "not-what-it-says" -> "Not what it says";
      case "encrypted" -> "Locked";
      case "damaged", "worker-died" -> "Damaged";
      case "too-big" -> "Too big";
      case "timed-out" -> "Too slow to read";
      default -> "Not read";
    };
  }

  /** What came of a visit: {@code GET: 404} is an answer, all else is words. */
  public static String outcome(String wire) {
    Matcher status = STATUS.matcher(wire);
    return status.matches() ? "answered " + status.group(1) : PageFormat.brief(wire, 80);
  }
}
