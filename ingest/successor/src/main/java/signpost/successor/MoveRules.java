package signpost.successor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.url.WebUrl;

/**
 * Where an address would be if its site had treated it as it did others: folders renamed, an ending
 * or a slash dropped, blanks written another way. Pure.
 */
final class MoveRules {
  /** Where moves suggest more, they follow no rule. */
  private static final int MOST = 5;

  private MoveRules() {}

  /** Each once, by the latest moves. */
  static List<WebUrl> guesses(List<KnownMove> moves, WebUrl old) {
    return moves.reversed().stream()
        .flatMap(it -> guess(it, old).stream())
        .filter(it -> !AddressBook.place(it).equals(AddressBook.place(old)))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Optional<WebUrl> guess(KnownMove move, WebUrl old) {
    List<String> from = steps(move.from());
    List<String> to = steps(move.to());
    int kept = common(from, to);
    List<String> gone = from.subList(0, from.size() - kept);
    List<String> came = to.subList(0, to.size() - kept);
    List<String> steps = steps(old);
    boolean same = old.origin().equals(move.from().origin());
    if (kept == 0 || !same || steps.size() <= gone.size() || !starts(steps, gone)) {
      return Optional.empty();
    }
    List<String> rest = steps.subList(gone.size(), steps.size());
    return written(Stream.concat(came.stream(), rest.stream()).toList(), move);
  }

  private static boolean starts(List<String> steps, List<String> start) {
    return steps.subList(0, start.size()).equals(start);
  }

  /** As the new address of the move is written. */
  private static Optional<WebUrl> written(List<String> steps, KnownMove move) {
    String path = String.join("/", steps);
    String to = move.to().path();
    String ending = to.endsWith("/") ? "/" : AddressWords.ending(to);
    return move.to().resolve("/" + spelt(path, move) + ending);
  }

  /** Blanks in names as the move writes them. */
  private static String spelt(String path, KnownMove move) {
    boolean hyphens = move.from().path().contains("_") && !move.to().path().contains("_");
    boolean lower =
        !move.from().path().equals(AddressWords.lower(move.from().path()))
            && move.to().path().equals(AddressWords.lower(move.to().path()));
    String said = hyphens ? path.replace('_', '-') : path;
    return lower ? AddressWords.lower(said) : said;
  }

  /** Without the ending of a file's name. */
  private static List<String> steps(WebUrl url) {
    String path = url.path();
    String bare = path.substring(0, path.length() - AddressWords.ending(path).length());
    return Stream.of(bare.split("/", -1)).filter(it -> !it.isEmpty()).toList();
  }

  /** How many steps at the end are the same, by their letters and digits. */
  private static int common(List<String> some, List<String> others) {
    int same = 0;
    while (same < Math.min(some.size(), others.size())
        && AddressWords.plain(some.get(some.size() - 1 - same))
            .equals(AddressWords.plain(others.get(others.size() - 1 - same)))) {
      same++;
    }
    return same;
  }
}
