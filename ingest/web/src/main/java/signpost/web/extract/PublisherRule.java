package signpost.web.extract;

import java.util.List;

/**
 * How one publisher builds its pages. Selectors are CSS as jsoup reads it.
 *
 * @param hosts exact names, or {@code *.name} for everything under a name
 * @param root where the content is; the first selector that finds text wins; empty = judge it
 * @param lead the summary paragraph, kept wherever it stands
 * @param noise never read
 * @param notices banners that may say the page is no longer current, kept wherever they stand
 * @param contentApi whether the publisher answers {@code /api/content/<path>} as GOV.UK does
 */
public record PublisherRule(
    String publisher,
    List<String> hosts,
    List<String> root,
    List<String> lead,
    List<String> noise,
    List<String> notices,
    boolean contentApi) {

  static final PublisherRule NONE =
      new PublisherRule("", List.of(), List.of(), List.of(), List.of(), List.of(), false);

  public PublisherRule {
    hosts = List.copyOf(hosts);
    root = List.copyOf(root);
    lead = List.copyOf(lead);
    noise = List.copyOf(noise);
    notices = List.copyOf(notices);
  }

  boolean covers(String host) {
    return hosts.stream()
        .anyMatch(pattern ->
            pattern.startsWith("*.")
                ? host.endsWith(pattern.substring(1)) || host.equals(pattern.substring(2))
                : host.equals(pattern));
  }
}
