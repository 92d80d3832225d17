package signpost.notifier.message;

/** What a message is for. */
public enum MessageKind {
  FIRST_REPORT,
  IMMEDIATE,
  RECOVERY,
  DIGEST,
  /** Somebody asked for it: a link, a question whether an address is theirs. */
  REQUESTED
}
