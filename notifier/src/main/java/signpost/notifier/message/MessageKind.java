package signpost.notifier.message;

/** What a message is for. */
public enum MessageKind {
  FIRST_REPORT,
  IMMEDIATE,
  RECOVERY,
  DIGEST,
  /** Something is wrong in the catalogue's files, or no longer is: only ops reads it. */
  CATALOGUE,
  /** Somebody asked for it: a link, a question whether an address is theirs. */
  REQUESTED
}
