package signpost.notifier.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;

/** A search in words for people, from the query of its address. */
public final class SearchWords {
  private SearchWords() {}

  /**
   * As in {@code “camhs” (nation: Wales)}.
   *
   * @throws IllegalArgumentException if it is no query of an address
   */
  public static String of(String search) {
    String words = "everything";
    List<String> filters = new ArrayList<>();
    for (String parameter : search.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        continue;
      }
      String name = parameter.substring(0, equals);
      String value = URLDecoder.decode(parameter.substring(equals + 1), UTF_8);
      if (name.equals("q")) {
        words = "“" + value + "”";
      } else {
        filters.add(name + ": " + value);
      }
    }
    return filters.isEmpty() ? words : words + " (" + String.join(", ", filters) + ")";
  }
}
