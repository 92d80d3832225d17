package signpost.tools.check;

import com.google.re2j.Pattern;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.url.IpRange;
import signpost.web.fetch.SiteFetcher;

/**
 * What the command line says. {@code depth}: how many links away from what is given is looked at;
 * {@code include}, {@code exclude}: searched for in the whole URL, its fragment too; {@code root}:
 * what a path that begins with a slash means in files; {@code resolve}: names answered without DNS,
 * {@code www.example.org=127.0.0.1}; {@code authorities}: certificates believed besides the usual
 * ones, a PEM file; {@code fragments}: whether places of pages are looked for; {@code retries}: how
 * often a suspect is asked again; {@code dump}: whether nothing of the web is asked for, because
 * only a list is wanted.
 */
public record CheckOptions(
    int depth,
    List<Pattern> include,
    List<Pattern> exclude,
    AcceptedStatuses accept,
    int maxPerHost,
    Duration timeout,
    Map<String, String> headers,
    List<IpRange> allow,
    List<String> resolve,
    Optional<Path> authorities,
    Optional<Path> root,
    boolean fragments,
    LinkRules rules,
    int retries,
    boolean dump,
    String contact) {
  public CheckOptions {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    headers = Map.copyOf(headers);
    allow = List.copyOf(allow);
    resolve = List.copyOf(resolve);
  }

  /**
   * A depth as it is given on the command line.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static int depthOf(String text) {
    if (List.of("all", "-1", "unlimited").contains(text)) {
      return Integer.MAX_VALUE;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new IllegalArgumentException("'" + text + "' is neither a number nor 'all'");
    }
    return Integer.parseInt(text);
  }

  /**
   * An entry of {@code resolve} as it was given.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static String resolved(String entry) {
    return SiteFetcher.resolved(entry);
  }

  /** Whether anything is left out by its address. */
  boolean chooses() {
    return !include.isEmpty() || !exclude.isEmpty();
  }

  boolean wants(String href) {
    return (include.isEmpty() || include.stream().anyMatch(p -> p.matcher(href).find()))
        && exclude.stream().noneMatch(p -> p.matcher(href).find());
  }
}
