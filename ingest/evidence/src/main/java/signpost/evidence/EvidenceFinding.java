package signpost.evidence;

/** One thing that a check of evidence found. */
public sealed interface EvidenceFinding {
  /** As a sentence. */
  String words();

  /** Something is not as it was written. */
  record Altered(String words) implements EvidenceFinding {}

  /** Something is worth knowing, and what is kept stands. */
  record Noted(String words) implements EvidenceFinding {}
}
