package signpost.tools.archive;

import java.time.Instant;

/** What an archive says of one page. */
sealed interface ArchiveAnswer {
  /** The newest capture of it that answered with status 200. */
  record Captured(Instant at) implements ArchiveAnswer {}

  /** There is none that it could show. */
  record NoCapture() implements ArchiveAnswer {}

  /** Why there may be one all the same; {@code why} goes on after "the archive". */
  sealed interface ArchiveTrouble extends ArchiveAnswer {
    String why();
  }

  /** It does not say of this page, as of one whose publisher had it excluded. */
  record NotTold(String why) implements ArchiveTrouble {}

  /** It said nothing that can be used. */
  record NoAnswer(String why) implements ArchiveTrouble {}

  /** It wants no more questions. */
  record AskedEnough(String why) implements ArchiveTrouble {}
}
