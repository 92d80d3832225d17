package signpost.evidence;

import java.io.IOException;

/** What is kept is no longer as it was written; nothing is added to it. */
public final class EvidenceDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  EvidenceDamagedException(String message) {
    super(message);
  }
}
