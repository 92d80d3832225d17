package signpost.web.document;

import java.io.IOException;

/** A document is not read, and the message says why, for whoever gave it. */
public final class RefusedDocumentException extends IOException {
  private static final long serialVersionUID = 1;

  private final RefusalReason reason;

  /** Why a document is not read. */
  public enum RefusalReason {
    ENCRYPTED,
    DAMAGED,
    TOO_BIG,
    EMPTY
  }

  RefusedDocumentException(RefusalReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static RefusedDocumentException damaged(String message) {
    return new RefusedDocumentException(RefusalReason.DAMAGED, message);
  }

  static RefusedDocumentException tooBig(String message) {
    return new RefusedDocumentException(RefusalReason.TOO_BIG, message);
  }

  public RefusalReason reason() {
    return reason;
  }
}
