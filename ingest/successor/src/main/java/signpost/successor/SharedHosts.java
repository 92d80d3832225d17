package signpost.successor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import signpost.url.WebUrl;
import signpost.web.health.RegistrableDomains;

/** Hosts on which many publish, each below an address of their own. Pure. */
final class SharedHosts {
  /** By how many steps of the path whoever publishes there is told from the others. */
  private static final Map<String, Integer> STEPS =
      Map.ofEntries(
          Map.entry("issuu.com", 1),
          Map.entry("padlet.com", 1),
          Map.entry("linktr.ee", 1),
          Map.entry("medium.com", 1),
          Map.entry("facebook.com", 1),
          Map.entry("instagram.com", 1),
          Map.entry("x.com", 1),
          Map.entry("twitter.com", 1),
          Map.entry("github.com", 1),
          Map.entry("soundcloud.com", 1),
          Map.entry("slideshare.net", 1),
          Map.entry("linkedin.com", 2),
          Map.entry("flickr.com", 2),
          Map.entry("sites.google.com", 2),
          Map.entry("docs.google.com", 3),
          Map.entry("drive.google.com", 3));

  private SharedHosts() {}

  /** Who publishes there, and on a shared host the first steps of the path too. */
  static String publisher(WebUrl url) {
    String host = url.bareHost();
    String domain = RegistrableDomains.publisher(url);
    Integer steps = STEPS.get(host);
    if (steps == null) {
      return domain;
    }
    List<String> path =
        List.of(url.path().toLowerCase(Locale.ROOT).replaceFirst("^/+", "").split("/+", -1));
    return host + "/" + String.join("/", path.subList(0, Math.min(steps, path.size())));
  }
}
