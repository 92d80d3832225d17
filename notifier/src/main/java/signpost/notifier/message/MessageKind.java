package signpost.notifier.message;

/** What a message is for. */
public enum MessageKind {
  FIRST_REPORT,
  IMMEDIATE,
  RECOVERY,
  DIGEST
}
