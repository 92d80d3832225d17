package signpost.search.embed;

import java.io.IOException;
import signpost.record.TroubleCause;

/** The model cannot run, and trying again in this process is of no use; the message says why. */
public final class UnusableModelException extends IOException {
  private static final long serialVersionUID = 1L;

  UnusableModelException(String message) {
    super(message);
  }

  private UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Java loads a native library once: one that could not be unpacked is not tried again. */
  static UnusableModelException of(Throwable thrown) {
    TroubleCause cause = TroubleCause.of(thrown);
    return cause.kind() == TroubleCause.CauseKind.UNFORESEEN
        ? new UnusableModelException(
            "the embedding model cannot run here: " + cause.words(), thrown)
        : new UnusableModelException(
            "the embedding model could not be unpacked: "
                + cause.words()
                + ". It is tried again when search starts anew",
            thrown);
  }
}
