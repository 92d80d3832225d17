package signpost.search.rank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import signpost.url.CanonicalUrl;

/** An address that was typed as what to search for, with or without its scheme. */
record TypedAddress(String host, List<String> keys) {
  /** A name with a dot in it, maybe a port and a path, and no space. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://)?[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}"
              + "(?::\\d+)?(?:[/?#]\\S*)?",
          Pattern.CASE_INSENSITIVE);

  static Optional<TypedAddress> of(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    boolean whole = text.toLowerCase(Locale.ROOT).startsWith("http");
    List<CanonicalUrl> keys =
        Stream.of(whole ? text : "https://" + text, whole ? text : "http://" + text)
            .distinct()
            .flatMap(it -> CanonicalUrl.parse(it).stream())
            .toList();
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new TypedAddress(
                keys.getFirst().host(), keys.stream().map(CanonicalUrl::value).toList()));
  }
}
