package signpost.search.pages;

import static java.lang.Character.isLetterOrDigit;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.events.ShortenedText;
import signpost.http.access.ApiDoor;
import signpost.record.FailingLoop;
import signpost.search.index.StrangersText;
import signpost.url.WebUrl;

/** How things are written on pages. Escaping is the template's business. */
public final class PageFormat {
  public static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZONE);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("h:mma", Locale.UK).withZone(ZONE);

  private static final DateTimeFormatter WEEKDAY =
      DateTimeFormatter.ofPattern("EEEE", Locale.UK).withZone(ZONE);

  private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");

  private PageFormat() {}

  /** 3 March 2026. */
  public static String day(Instant at) {
    return DAY.format(at);
  }

  /** 3 March 2026 at 9:05am. */
  public static String moment(Instant at) {
    return DAY.format(at) + " at " + time(at);
  }

  /** Deciding who is told has been failing since 3 March 2026 at 9:05am: the disk is full. */
  public static String failing(FailingLoop loop) {
    return loop.doing()
        + " has been failing since "
        + moment(loop.since())
        + ": "
        + loop.why()
        + ".";
  }

  /** Another part's reason for not letting search in, and what ops can do. */
  public static String refusal(String reason, String address) {
    return "It answers: “"
        + text(reason)
        + "” Give ingest, the notifier and search the same "
        + ApiDoor.TOKEN_KEY
        + ", and start them again. Without one, "
        + address
        + " must name this machine as localhost or by its number.";
  }

  /** 9am, 9:05am, midday. */
  public static String time(Instant at) {
    String time = TIME.format(at).toLowerCase(Locale.UK).replace(":00", "");
    return switch (time) {
      case "12am" -> "midnight";
      case "12pm" -> "midday";
      default -> time;
    };
  }

  /** Monday. */
  public static String weekday(Instant at) {
    return WEEKDAY.format(at);
  }

  /** A title that is not the one of other pages of the same. */
  public static String atPage(String title, int page) {
    return page == 1 ? title : title + " (page " + page + ")";
  }

  /** For {@code <time datetime>}. */
  public static String machine(Instant at) {
    return at.toString();
  }

  /** How long ago in the coarsest unit that says something; a day once it is over a month. */
  public static String ago(Instant at, Instant now) {
    Duration since = Duration.between(at, now);
    if (since.isNegative()) {
      return moment(at);
    }
    if (since.toMinutes() < 1) {
      return "just now";
    }
    if (since.toHours() < 1) {
      return count(since.toMinutes(), "minute") + " ago";
    }
    if (since.toDays() < 1) {
      return count(since.toHours(), "hour") + " ago";
    }
    return since.toDays() < 31 ? count(since.toDays(), "day") + " ago" : "on " + day(at);
  }

  /** 1 page, 2 pages, 1,000 pages. */
  public static String count(long number, String thing) {
    return String.format(Locale.UK, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** A stranger's words, all of them. */
  public static String whole(String words) {
    return StrangersText.whole(words);
  }

  /** A stranger's words, not endless. */
  public static String text(String words) {
    return StrangersText.of(words);
  }

  /** At most so many characters, cut at a word. */
  public static String brief(String words, int most) {
    return StrangersText.brief(words, most);
  }

  /** Whether an address may be a link: http and https only. */
  public static boolean isLink(String url) {
    return WebUrl.parse(url).filter(WebUrl::web).isPresent();
  }

  /** The host as it is dialled: letters that look alike show as punycode. */
  public static String host(String url) {
    return WebUrl.parse(url)
        .map(WebUrl::host)
        .filter(host -> !host.isEmpty())
        .orElse("an address nobody can read");
  }

  /** As a person would read it: without scheme and closing slash, decoded, not endless. */
  public static String address(String url) {
    String bare = readable(url.replaceFirst("^https?://", "").replaceFirst("/$", ""));
    return text(bare.length() > 120 ? ShortenedText.to(120, bare) + "…" : bare);
  }

  /** Only letters, digits and spaces are decoded: all else may mean something in an address. */
  private static String readable(String address) {
    return ENCODED
        .matcher(address)
        .replaceAll(run -> {
          String words = URLDecoder.decode(run.group(), UTF_8);
          boolean plain = words.codePoints().allMatch(it -> it == ' ' || isLetterOrDigit(it));
          return Matcher.quoteReplacement(plain ? words : run.group());
        });
  }

  public static String resource(String url) {
    return "/resource?url=" + encoded(url);
  }

  /** Mails link here: the notifier writes the same address. */
  public static String revision(String url, int number) {
    return "/resource/revision?url=" + encoded(url) + "&n=" + number;
  }

  public static String guide(String id) {
    return "/guide/" + encoded(id).replace("+", "%20");
  }

  /** The address of the same feed as JSON, where its address as Atom is given. */
  public static String jsonFeed(String atom) {
    return atom.replaceFirst("\\.atom(?=$|\\?)", ".json");
  }

  /** The page of a site, by its host's name. */
  public static String source(String host) {
    return "/source/" + encoded(host);
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
