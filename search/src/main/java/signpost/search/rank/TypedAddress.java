package signpost.search.rank;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import signpost.url.CanonicalUrl;

/**
 * An address that was typed as what to search for, with or without its scheme and {@code www.}:
 * every form of it that pages may stand under.
 */
record TypedAddress(List<String> hosts, List<String> keys) {
  private static final String WWW = "www.";

  /** A name with a dot in it, maybe a port and a path, and no space. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<scheme>https?://)?(?<rest>[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}"
              + "(?::\\d+)?(?:[/?#]\\S*)?)",
          Pattern.CASE_INSENSITIVE);

  static Optional<TypedAddress> of(String text) {
    Matcher typed = ADDRESS.matcher(text);
    if (!typed.matches()) {
      return Optional.empty();
    }
    @Nullable String scheme = typed.group("scheme");
    List<CanonicalUrl> forms =
        (scheme == null ? Stream.of("https://", "http://") : Stream.of(scheme))
            .flatMap(it -> names(typed.group("rest")).map(it::concat))
            .flatMap(it -> CanonicalUrl.parse(it).stream())
            .toList();
    return forms.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TypedAddress(
                forms.stream().map(CanonicalUrl::host).distinct().toList(),
                forms.stream().map(CanonicalUrl::value).distinct().toList()));
  }

  /** What stands behind the scheme, as typed and with or without {@code www.}, as it was not. */
  private static Stream<String> names(String typed) {
    boolean hasIt = typed.regionMatches(true, 0, WWW, 0, WWW.length());
    return Stream.of(typed, hasIt ? typed.substring(WWW.length()) : WWW + typed);
  }
}
