package signpost.notifier.message;

import java.util.List;
import java.util.Optional;
import signpost.events.PageSuccessor;
import signpost.notifier.message.MessageBlock.FactBlock;

/** What a letter says of where a page went that ended. */
final class FoundPage {
  private static final int MOST_WORDS = 600;
  private static final int LONGEST_ADDRESS = 2500;

  private FoundPage() {}

  static List<FactBlock> facts(PageSuccessor found) {
    return switch (found) {
      case PageSuccessor.Offered(String url, String title, String reason) ->
          List.of(
              FactBlock.said("It seems to be here now", because(title, reason)),
              FactBlock.address("New address", address(url)));
      case PageSuccessor.Hinted(String url, String title, String reason) ->
          List.of(
              FactBlock.said("Perhaps this; look first", because(title, reason)),
              FactBlock.address("Its address", address(url)));
      case PageSuccessor.NotFound(String reason) ->
          List.of(FactBlock.said("Where it went", sentence(reason)));
    };
  }

  /** What to do, where there is something better to do than to search. */
  static Optional<String> advice(PageSuccessor found) {
    return switch (found) {
      case PageSuccessor.Offered _ ->
          Optional.of("Look at the new page, and replace the link if it is what your guide means.");
      case PageSuccessor.Hinted _, PageSuccessor.NotFound _ -> Optional.empty();
    };
  }

  static String address(String url) {
    return CleanText.line(url, LONGEST_ADDRESS);
  }

  static String sentence(String reason) {
    String line = CleanText.line(reason, MOST_WORDS);
    return line.endsWith(".") ? line : line + ".";
  }

  private static String because(String title, String reason) {
    String name = CleanText.isolated(CleanText.line(title, 200));
    return name.isEmpty() ? sentence(reason) : "“" + name + "”. " + sentence(reason);
  }
}
