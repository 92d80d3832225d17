package signpost.successor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.url.WebUrl;

/** What the path of an address says. Pure. */
final class AddressWords {
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ENDING = Pattern.compile("\\.[a-z]{2,5}$");
  private static final Set<String> INDEXES = Set.of("index", "default", "home");

  private AddressWords() {}

  /** The steps of the path without the ending of a file's name, and without an index's name. */
  static List<String> steps(WebUrl url) {
    List<String> steps = new ArrayList<>();
    for (String step : url.path().toLowerCase(Locale.ROOT).split("/", -1)) {
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    if (!steps.isEmpty()) {
      steps.add(ENDING.matcher(steps.removeLast()).replaceFirst(""));
      if (INDEXES.contains(steps.getLast())) {
        steps.removeLast();
      }
    }
    return List.copyOf(steps);
  }

  /** The last step; empty at the front of a site. */
  static String slug(WebUrl url) {
    List<String> steps = steps(url);
    return steps.isEmpty() ? "" : steps.getLast();
  }

  /** The ending of the file's name with its point; empty where there is none. */
  static String ending(String path) {
    Matcher ending = ENDING.matcher(lower(path));
    return ending.find() ? path.substring(ending.start()) : "";
  }

  static String lower(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  /** Its letters and digits. */
  static String plain(String step) {
    return NO_LETTER.matcher(lower(step)).replaceAll("");
  }

  static List<String> slugWords(WebUrl url) {
    return WordStems.telling(slug(url));
  }

  /** The words of the folders above it. */
  static List<String> folderWords(WebUrl url) {
    List<String> steps = steps(url);
    return steps.isEmpty()
        ? List.of()
        : WordStems.telling(String.join(" ", steps.subList(0, steps.size() - 1)));
  }
}
