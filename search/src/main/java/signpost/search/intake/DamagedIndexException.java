package signpost.search.intake;

import java.io.IOException;

/** The files of the index are not what was written: it is put aside and built anew. */
final class DamagedIndexException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedIndexException(String what) {
    super(what);
  }
}
