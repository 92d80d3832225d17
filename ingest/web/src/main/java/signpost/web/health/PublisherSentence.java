package signpost.web.health;

import signpost.web.extract.PublisherWord;
import signpost.web.health.TargetState.PublisherSaid;

/** What a publisher's own records say of a page, in a sentence for whoever links to it. Pure. */
final class PublisherSentence {
  private PublisherSentence() {}

  /** {@code beside}: what is said already, and not repeated. */
  static String of(PublisherSaid said, String beside) {
    PublisherWord word = said.word();
    String when = word.at().map(at -> " on " + HealthExplanations.DAY.format(at)).orElse("");
    String to = word.to().orElse("");
    return switch (word.kind()) {
      case WITHDRAWN -> said.publisher() + " says it was withdrawn" + when + why(word, beside);
      case REMOVED ->
          said.publisher()
              + " says it was taken down"
              + when
              + why(word, beside)
              + (to.isEmpty() ? "" : " It names " + to + " in its place.");
      case MOVED -> said.publisher() + " says it moved to " + to + ".";
    };
  }

  private static String why(PublisherWord word, String beside) {
    return word.text().isEmpty() || beside.contains(word.text()) ? "." : ": “" + word.text() + "”";
  }
}
