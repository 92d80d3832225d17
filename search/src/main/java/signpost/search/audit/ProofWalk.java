package signpost.search.audit;

import signpost.events.Sha256;

/** Goes over the lines of the log, oldest first, for as long as each follows from the last. */
final class ProofWalk {
  private long n;
  private String digest = "";
  private boolean whole = true;

  ProofWalk() {}

  /** Goes on after lines that were proven. */
  ProofWalk(AuditProof.Whole before) {
    n = before.lines();
    digest = before.digest();
  }

  /** The last line so far. */
  long reached() {
    return n;
  }

  boolean isWhole() {
    return whole;
  }

  /** The next line, as it is kept. */
  void next(long number, String json, String kept) {
    n++;
    whole =
        number == n
            && Sha256.of(json).equals(kept)
            && AuditLine.read(json).n() == n
            && AuditLine.read(json).previous().equals(digest);
    digest = kept;
  }

  AuditProof proof() {
    return whole ? new AuditProof.Whole(n, digest) : new AuditProof.Broken(n);
  }
}
