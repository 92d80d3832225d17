package signpost.ingest.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRule;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import signpost.events.WebUrl;

/** One parsed robots.txt: longest match, allow wins (RFC 9309 §2.2.2). */
final class RobotsText {
  /** Lower case: the parser knows no other. */
  private static final List<String> AGENT = List.of("signpost");

  private final SimpleRobotRules rules;

  RobotsText(StoredRobots stored) {
    var parser = new SimpleRobotRulesParser();
    // Its own limit would forbid a host that asks for a long delay; we visit it slowly instead.
    parser.setMaxCrawlDelay(Long.MAX_VALUE);
    this.rules =
        parser.parseContent(
            stored.origin() + "/robots.txt",
            stored.text().getBytes(StandardCharsets.UTF_8),
            "text/plain",
            AGENT);
  }

  RobotsVerdict verdict(WebUrl url) {
    String href = url.withoutFragment().href();
    if (rules.isAllowed(href)) {
      return new RobotsVerdict.Allowed(crawlDelay());
    }
    return new RobotsVerdict.Disallowed(
        rules.getRobotRules().stream()
            .filter(rule -> !rule.isAllow() && forbids(rule, href))
            .map(rule -> "Disallow: " + rule.getPrefix())
            .findFirst()
            .orElse("Disallow"));
  }

  private static boolean forbids(RobotRule rule, String href) {
    var alone = new SimpleRobotRules();
    alone.addRule(rule.getPrefix(), false);
    return !alone.isAllowed(href);
  }

  private Optional<Duration> crawlDelay() {
    long millis = rules.getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(millis));
  }
}
