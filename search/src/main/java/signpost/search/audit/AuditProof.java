package signpost.search.audit;

/** Whether the lines of the log prove each other. */
public sealed interface AuditProof {
  /** All do; {@code digest} is of the last, to be compared with one that was noted elsewhere. */
  record Whole(long lines, String digest) implements AuditProof {}

  /** From this line on they do not: it, or the one before it, is not as it was written. */
  record Broken(long n) implements AuditProof {}
}
