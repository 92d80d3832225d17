package signpost.web.politeness;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the groups of a robots.txt that speak to us. Lines we do not know neither end a group nor
 * begin one (RFC 9309 §2.2.4); groups of the same agent count as one (§2.2.1). Like Google's parser
 * it takes a blank for a missing colon, and understands the usual misspellings.
 */
final class RobotsReader {
  private static final String AGENT = "signpost";
  private static final Set<String> USER_AGENT = Set.of("user-agent", "useragent", "user agent");
  private static final Set<String> DISALLOW =
      Set.of("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");
  private static final int MOST_SITEMAPS = 100;
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?|\\.\\d{1,9}");

  private final AgentGroup own = new AgentGroup();
  private final AgentGroup all = new AgentGroup();
  private final List<String> sitemaps = new ArrayList<>();
  private boolean namingAgents;

  /** What one kind of group says, and whether the lines read now belong to it. */
  private static final class AgentGroup {
    private final List<RobotsRule> rules = new ArrayList<>();
    private Optional<Duration> delay = Optional.empty();
    private boolean named;
    private boolean open;

    private void name() {
      named = true;
      open = true;
    }

    private void add(RobotsRule rule) {
      if (open) {
        rules.add(rule);
      }
    }

    private void delay(Duration asked) {
      if (open && delay.filter(longest -> longest.compareTo(asked) >= 0).isEmpty()) {
        delay = Optional.of(asked);
      }
    }
  }

  static RobotsReader read(String text) {
    var reader = new RobotsReader();
    LINE_END.splitAsStream(withoutMark(text)).forEach(reader::line);
    return reader;
  }

  /** A byte order mark, whole or cut short. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") || text.startsWith("\uFFFD") ? text.substring(1) : text;
  }

  private AgentGroup ours() {
    return own.named ? own : all;
  }

  List<RobotsRule> rules() {
    return List.copyOf(ours().rules);
  }

  Optional<Duration> crawlDelay() {
    return ours().delay;
  }

  /** Of no group: what they say counts for everybody (RFC 9309 §2.2.4). */
  List<String> sitemaps() {
    return List.copyOf(sitemaps);
  }

  private void line(String raw) {
    int comment = raw.indexOf('#');
    String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
    int colon = line.indexOf(':');
    if (colon >= 0) {
      entry(raw.strip(), line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      return;
    }
    String[] words = line.split("[ \t]+", -1);
    if (words.length == 2) {
      entry(raw.strip(), words[0], words[1]);
    }
  }

  private void entry(String line, String name, String value) {
    String key = name.toLowerCase(Locale.ROOT);
    if (USER_AGENT.contains(key)) {
      agent(value);
    } else if (key.equals("allow") || DISALLOW.contains(key)) {
      namingAgents = false;
      if (!value.isEmpty()) {
        RobotsRule rule = RobotsRule.of(line, key.equals("allow"), value);
        own.add(rule);
        all.add(rule);
      }
    } else if (key.equals("crawl-delay") && NUMBER.matcher(value).matches()) {
      delay(value);
    } else if (key.equals("sitemap") && sitemaps.size() < MOST_SITEMAPS) {
      sitemaps.add(value);
    }
  }

  private void agent(String value) {
    if (!namingAgents) {
      own.open = false;
      all.open = false;
      namingAgents = true;
    }
    if (value.equals("*") || value.matches("\\*\\s.*")) {
      all.name();
    } else if (token(value).equalsIgnoreCase(AGENT)) {
      own.name();
    }
  }

  /** Product tokens are letters, hyphens and underscores; a version after one is no part of it. */
  private static String token(String value) {
    int end = 0;
    while (end < value.length() && inToken(value.charAt(end))) {
      end++;
    }
    return value.substring(0, end);
  }

  private static boolean inToken(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }

  private void delay(String seconds) {
    long millis = new BigDecimal(seconds).movePointRight(3).longValue();
    if (millis > 0) {
      own.delay(Duration.ofMillis(millis));
      all.delay(Duration.ofMillis(millis));
    }
  }
}
