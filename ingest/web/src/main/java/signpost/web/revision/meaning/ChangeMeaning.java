package signpost.web.revision.meaning;

/** What a change of words means to somebody who needs what the page offers, gravest first. */
public enum ChangeMeaning {
  EMERGENCY(0.95, "what to do in an emergency"),
  CLOSING(0.9, "closing"),
  CAPACITY(0.85, "whether there is room"),
  DEADLINE(0.8, "a deadline"),
  COST(0.8, "what it costs"),
  AGE(0.8, "ages"),
  AMOUNT(0.8, "how much or how often"),
  ELIGIBILITY(0.75, "who it is for"),
  NEGATION(0.75, "what may or may not be done"),
  PLACE(0.7, "where it is"),
  OPENING(0.7, "opening");

  private final double weight;
  private final String words;

  ChangeMeaning(double weight, String words) {
    this.weight = weight;
    this.words = words;
  }

  /** How much such a change matters, 0 to 1. */
  public double weight() {
    return weight;
  }

  /** Whether it cannot wait, and is meant wherever it is said, even in the words of a link. */
  public boolean isGrave() {
    return this == EMERGENCY || this == CLOSING || this == CAPACITY;
  }

  /** What follows "the text about". */
  public String words() {
    return words;
  }
}
