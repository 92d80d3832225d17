package signpost.evidence;

import java.time.Instant;
import java.util.Optional;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;

/**
 * What an address answered at one instant, as it can be shown (RFC 7089 has the word).
 *
 * @param target where redirects led
 * @param held whether it is only the last reading, and nothing told hangs on it yet
 * @param removed why it can no longer be shown, if it was taken out
 */
public record Memento(
    CanonicalUrl address,
    String target,
    Instant at,
    PageVersion version,
    int status,
    String media,
    boolean held,
    Optional<String> removed) {
  /** What its server called it, if anything. */
  public Optional<String> type() {
    return Optional.of(media).filter(it -> !it.isEmpty());
  }

  /** What addresses in it are resolved against. */
  public WebUrl base() {
    return WebUrl.parse(target).orElseGet(address::url);
  }
}
