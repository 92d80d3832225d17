package signpost.notifier.token;

/** What a link turned out to be. */
public sealed interface Reading {
  /** {@code owner} may do what it was made for with {@code subject}. */
  record Valid(String owner, String subject) implements Reading {}

  /** It was ours once. */
  record Expired(String owner) implements Reading {}

  /** It was never ours, was changed, or is for something else. */
  record Refused() implements Reading {}
}
