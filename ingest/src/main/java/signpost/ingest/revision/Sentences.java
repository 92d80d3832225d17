package signpost.ingest.revision;

import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeKind;

/** One plain sentence about a change. */
final class Sentences {
  private Sentences() {}

  static String of(
      ChangeKind first, Reading before, Reading after, List<Hunk> hunks, LinkChanges links) {
    return switch (first) {
      case END_OF_LIFE -> "The page says it is no longer current.";
      case IDENTITY ->
          "The page is now about something else: “"
              + after.title()
              + "” instead of “"
              + before.title()
              + "”.";
      case CONTACT -> "Contact details or opening hours changed" + where(hunks) + ".";
      case SUBSTANTIVE -> "The text changed" + where(hunks) + ": " + counts(hunks) + ".";
      case DOCUMENT_REPLACED -> "The document was replaced: " + counts(hunks) + ".";
      case LINKS -> linkSentence(links);
      case DATE_ONLY -> "Only a date changed.";
      case COSMETIC -> "Only spelling, punctuation or layout changed.";
    };
  }

  private static String where(List<Hunk> hunks) {
    return hunks.stream()
        .map(Hunk::heading)
        .filter(heading -> !heading.isBlank())
        .findFirst()
        .map(heading -> " under “" + heading + "”")
        .orElse("");
  }

  private static String counts(List<Hunk> hunks) {
    long added = count(hunks, HunkKind.ADDED);
    long removed = count(hunks, HunkKind.REMOVED);
    long changed = count(hunks, HunkKind.CHANGED);
    return changed + " passages reworded, " + added + " added, " + removed + " removed";
  }

  private static long count(List<Hunk> hunks, HunkKind kind) {
    return hunks.stream().filter(hunk -> hunk.kind() == kind).count();
  }

  private static String linkSentence(LinkChanges links) {
    if (!links.retargeted().isEmpty()) {
      return "The link “" + links.retargeted().getFirst().after().text() + "” now leads elsewhere.";
    }
    return "Links changed: "
        + links.added().size()
        + " added, "
        + links.removed().size()
        + " removed.";
  }
}
