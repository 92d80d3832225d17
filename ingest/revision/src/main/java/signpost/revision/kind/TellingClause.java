package signpost.revision.kind;

import java.util.List;
import java.util.Locale;

/**
 * One part of the sentence about a change.
 *
 * @param said what happened, without a capital
 * @param heading what it happened under; empty where nothing
 * @param quote the words in question, in quotation marks; empty where none are quoted
 */
record TellingClause(String said, String heading, String quote) {
  static TellingClause of(String said) {
    return new TellingClause(said, "", "");
  }

  /** All of them in one sentence, with its capital and its full stop. */
  static String sentence(List<TellingClause> clauses) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < clauses.size(); i++) {
      TellingClause clause = clauses.get(i);
      boolean same =
          i + 1 < clauses.size()
              && clause.quote.isEmpty()
              && clause.heading.equals(clauses.get(i + 1).heading);
      sentence.append(i == 0 ? "" : "; ").append(clause.said);
      sentence.append(same || clause.heading.isBlank() ? "" : " under “" + clause.heading + "”");
      sentence.append(clause.quote.isEmpty() ? "" : ": " + clause.quote);
    }
    boolean ended = sentence.toString().matches("(?s).*[.!?…]”");
    return capital(sentence.toString()) + (ended ? "" : ".");
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** "A, B and C". */
  static String list(List<String> words) {
    return words.size() < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
  }
}
