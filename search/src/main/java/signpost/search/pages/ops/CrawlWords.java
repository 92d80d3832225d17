package signpost.search.pages.ops;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import signpost.search.pages.IngestApi;
import signpost.search.pages.PageFormat;

/** The crawler's words in people's. */
public final class CrawlWords {
  private static final Pattern STATUS = Pattern.compile("(?:GET|HEAD): (\\d{3})");

  private CrawlWords() {}

  /** 1 address, 12 addresses. */
  public static String addresses(long number) {
    return number == 1 ? "1 address" : String.format(Locale.UK, "%,d addresses", number);
  }

  /** How a host is asked, as sentences. */
  public static String manners(
      IngestApi.HostStatus host, IngestApi.CrawlCounts status, Instant now) {
    return Stream.of(
            Optional.ofNullable(host.rest())
                .map(rest ->
                    String.format(Locale.UK, "At least %.1f s between requests.", rest.seconds())),
            Optional.ofNullable(host.comingDay()).map(visits -> planned(visits, status)),
            Optional.ofNullable(host.robots()).map(answer -> robots(answer, now)),
            Optional.ofNullable(host.rest())
                .filter(it -> it.failures() > 0)
                .map(it -> PageFormat.count(it.failures(), "failure") + " in a row."),
            Optional.ofNullable(host.rest())
                .filter(it -> it.throttled() > 0)
                .map(it ->
                    "It asked for fewer requests "
                        + PageFormat.count(it.throttled(), "time")
                        + " in a row."))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" "));
  }

  private static String planned(int visits, IngestApi.CrawlCounts status) {
    String most =
        status.hostBudget() == null
            ? ""
            : String.format(Locale.UK, " (its budget is %,d)", status.hostBudget());
    return addresses(visits)
        + (visits == 1 ? " falls" : " fall")
        + " due in the coming day"
        + most
        + ".";
  }

  /** The last good answer; one that says 4xx allows all (RFC 9309, 2.3.1.3). */
  private static String robots(IngestApi.RobotsAnswer answer, Instant now) {
    String when = PageFormat.ago(answer.at(), now);
    return answer.status() < 300
        ? "Its robots.txt was read " + when + "."
        : "It has no robots.txt (%d, %s), which allows all.".formatted(answer.status(), when);
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
