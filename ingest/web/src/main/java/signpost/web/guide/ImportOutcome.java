package signpost.web.guide;

import java.nio.file.Path;
import java.util.Objects;

/** What became of an import. */
public sealed interface ImportOutcome {
  /** The file was written; {@code guide} says what is in it, and what was left out. */
  record ImportWritten(Path file, ImportedGuide guide) implements ImportOutcome {
    public ImportWritten {
      Objects.requireNonNull(file, "file");
      Objects.requireNonNull(guide, "guide");
    }
  }

  /** It was read, but is no guide: nothing in it signposts anywhere. Nothing was written. */
  record NotAGuide(String reason) implements ImportOutcome {}

  /** It could not be fetched, read or written; the reason says what to do. */
  record ImportFailed(String reason) implements ImportOutcome {}
}
