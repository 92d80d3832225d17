package signpost.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where one page of results ended: after {@code shown} results, the last of which was {@code last}
 * (a hash). {@code need} says of which search, so that it goes on with no other. The next page
 * begins after that result wherever it stands by then, so what is new or gone above it makes
 * nothing come twice or be left out.
 */
public record SearchCursor(int need, int shown, long last) {
  private static final Pattern WRITTEN =
      Pattern.compile("2\\.([0-9a-f]{1,8})\\.([0-9]{1,4})\\.([0-9a-f]{1,16})");

  /** A cursor as it stands in an address; empty for anything that is none of ours. */
  public static Optional<SearchCursor> parse(String text) {
    try {
      Matcher parts = WRITTEN.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
      return parts.matches()
          ? Optional.of(
              new SearchCursor(
                  Integer.parseUnsignedInt(parts.group(1), 16),
                  Integer.parseInt(parts.group(2)),
                  Long.parseUnsignedLong(parts.group(3), 16)))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    String text = "2.%08x.%d.%016x".formatted(need, shown, last);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
