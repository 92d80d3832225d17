package signpost.notifier.intake;

/** What became of a record that was read, as it is counted. */
enum RecordOutcome {
  HANDLED,
  /** It was handled before, or something newer of its key was. */
  REPEATED,
  /** Nobody knows its type. */
  UNKNOWN,
  /** It can never be handled, and is put aside. */
  PARKED
}
