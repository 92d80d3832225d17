package signpost.evidence;

/** What became of a reading: a closed set. */
public sealed interface KeepOutcome {

  /** It is in the chain, and {@code records} were written for it and what was before it. */
  record Kept(int records) implements KeepOutcome {}

  /** It is held as the last one, and nothing told hangs on it. */
  record Held() implements KeepOutcome {}

  /** What is held already says more. */
  record Passed() implements KeepOutcome {}

  /** It must not be kept, and nothing of it was. */
  record Unwanted(KeptOut reason) implements KeepOutcome {}

  /** It would be kept, and there is no room for it. */
  record NoRoom(long limit) implements KeepOutcome {}
}
