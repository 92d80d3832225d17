package signpost.tools.check;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import signpost.web.extract.HtmlTags.StartTag;

/**
 * Addresses that sites which share a page take from its metadata.
 *
 * @see <a href="https://ogp.me/">Open Graph</a>
 */
final class SharedLinks {
  private static final Set<String> NAMES =
      Set.of(
          "og:url",
          "og:image",
          "og:image:url",
          "og:image:secure_url",
          "og:video",
          "og:video:url",
          "og:video:secure_url",
          "og:audio",
          "og:audio:url",
          "og:audio:secure_url",
          "twitter:image",
          "twitter:image:src",
          "twitter:image0",
          "twitter:player",
          "twitter:player:stream");
  private static final Set<String> ITEMS =
      Set.of("image", "url", "contenturl", "embedurl", "thumbnailurl", "logo", "sameas");
  private static final Set<String> TILES =
      Set.of("msapplication-tileimage", "msapplication-config", "thumbnail");

  private SharedLinks() {}

  /** What a report calls the address in the content of this {@code meta}, if it holds one. */
  static Optional<String> of(StartTag meta) {
    Optional<String> shared =
        Stream.of("property", "name")
            .map(it -> meta.value(it).strip().toLowerCase(Locale.ROOT))
            .filter(it -> NAMES.contains(it) || TILES.contains(it))
            .findFirst();
    String item = meta.value("itemprop").strip().toLowerCase(Locale.ROOT);
    return shared.or(() -> Optional.of("itemprop " + item).filter(_ -> ITEMS.contains(item)));
  }
}
