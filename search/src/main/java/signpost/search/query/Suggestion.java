package signpost.search.query;

/** A title or a curator's words that can be searched for; {@code guide}: of a whole guide. */
public record Suggestion(String text, boolean guide) {
  Suggestion reading(String other) {
    return new Suggestion(other, guide);
  }
}
