package signpost.tools.archive;

import java.time.Instant;

/** What an archive says of one page. */
sealed interface ArchiveAnswer {
  /** The newest capture of it that answered with status 200. */
  record Captured(Instant at) implements ArchiveAnswer {}

  /** There is none that it could show. */
  record NoCapture() implements ArchiveAnswer {}

  /** It said nothing that can be used; {@code why} goes on after "it". */
  record NoAnswer(String why) implements ArchiveAnswer {}
}
