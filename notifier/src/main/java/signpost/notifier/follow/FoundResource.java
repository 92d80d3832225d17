package signpost.notifier.follow;

import java.util.List;
import java.util.stream.Stream;

/**
 * A page that a search finds.
 *
 * @param url its address in our index
 * @param copies other addresses where the very same can be read
 * @param usable whether it was visited and is of use to readers
 */
public record FoundResource(
    String url, List<String> copies, String title, String publisher, boolean usable) {
  public FoundResource {
    copies = List.copyOf(copies);
  }

  Stream<String> addresses() {
    return Stream.concat(Stream.of(url), copies.stream());
  }
}
