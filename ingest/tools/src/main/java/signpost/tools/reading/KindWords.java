package signpost.tools.reading;

import signpost.events.ChangeKind;

/** Kinds of change, for people. */
final class KindWords {
  private KindWords() {}

  static String of(ChangeKind kind) {
    return switch (kind) {
      case END_OF_LIFE -> "no longer current";
      case IDENTITY -> "now about something else";
      case CONTACT -> "contact details or opening hours";
      case SUBSTANTIVE -> "what it says";
      case LINKS -> "links";
      case DOCUMENT_REPLACED -> "document replaced";
      case DATE_ONLY -> "only a date";
      case COSMETIC -> "only spelling or layout";
    };
  }
}
