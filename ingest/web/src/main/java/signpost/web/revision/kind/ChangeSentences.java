package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeKind;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.LinkChanges;
import signpost.web.revision.kind.ChangeImportance.ClassifiedPlace;

/** One plain sentence about a change. */
final class ChangeSentences {
  private ChangeSentences() {}

  /** A replaced document is always told as replaced, whatever else has changed. */
  static String of(
      Set<ChangeKind> kinds,
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links) {
    ChangeKind first = kinds.iterator().next();
    String sentence = of(first, before, after, places, links);
    boolean more =
        switch (first) {
          case IDENTITY, CONTACT, SUBSTANTIVE, LINKS -> true;
          case END_OF_LIFE, DOCUMENT_REPLACED, DATE_ONLY, COSMETIC -> false;
        };
    return more && kinds.contains(ChangeKind.DOCUMENT_REPLACED)
        ? "The document was replaced: "
            + sentence.substring(0, 1).toLowerCase(Locale.UK)
            + sentence.substring(1)
        : sentence;
  }

  private static String of(
      ChangeKind first,
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links) {
    return switch (first) {
      case END_OF_LIFE ->
          after.notices().isEmpty()
              ? "The page no longer says that it is out of date."
              : ended(before, after);
      case IDENTITY -> identity(before, after);
      case CONTACT ->
          places.stream().anyMatch(place -> place.kind() == ChangeKind.CONTACT)
              ? ContactWords.of(places) + where(first, places) + "."
              : ContactWords.of(links.contacts()) + ".";
      case SUBSTANTIVE -> text(before, after, places);
      case LINKS -> links(links.pages());
      case DOCUMENT_REPLACED -> document(before, after);
      case DATE_ONLY -> "Only a date changed.";
      case COSMETIC -> "Only spelling, punctuation or layout changed.";
    };
  }

  private static String ended(ComparablePage before, ComparablePage after) {
    return after.notices().stream()
        .filter(notice -> !before.notices().contains(notice))
        .findFirst()
        .map(notice ->
            switch (notice) {
              case WITHDRAWN -> "The page says it has been withdrawn.";
              case SUPERSEDED -> "The page says something newer has replaced it.";
              case ARCHIVED -> "The page says it has been archived.";
            })
        .orElse("The page says it is no longer current.");
  }

  private static String document(ComparablePage before, ComparablePage after) {
    return before.pages() == after.pages()
        ? "The document was replaced: its words are not the same."
        : "The document was replaced: it has "
            + counted(after.pages(), "page")
            + " instead of "
            + before.pages()
            + ".";
  }

  private static String identity(ComparablePage before, ComparablePage after) {
    if (WelshDetector.is(before) != WelshDetector.is(after)) {
      return WelshDetector.is(after)
          ? "The page is now in Welsh."
          : "The page is no longer in Welsh.";
    }
    return PageNames.same(before.title(), after.title())
        ? "Nearly all of the text is different."
        : "The page is now about something else: “"
            + after.title()
            + "” instead of “"
            + before.title()
            + "”.";
  }

  private static String text(
      ComparablePage before, ComparablePage after, List<ClassifiedPlace> places) {
    return places.stream().anyMatch(place -> place.kind() == ChangeKind.SUBSTANTIVE)
        ? "The text changed" + where(ChangeKind.SUBSTANTIVE, places) + ": " + counts(places) + "."
        : "The title is now “" + after.title() + "” instead of “" + before.title() + "”.";
  }

  /** The first heading under which there is a change of that kind. */
  private static String where(ChangeKind kind, List<ClassifiedPlace> places) {
    return places.stream()
        .filter(place -> place.kind() == kind)
        .map(place -> place.hunk().heading())
        .filter(heading -> !heading.isBlank())
        .findFirst()
        .map(heading -> " under “" + heading + "”")
        .orElse("");
  }

  private static String counts(List<ClassifiedPlace> places) {
    List<String> counts = new ArrayList<>();
    count(counts, places, HunkKind.CHANGED, " reworded");
    count(counts, places, HunkKind.ADDED, " added");
    count(counts, places, HunkKind.REMOVED, " removed");
    return String.join(", ", counts);
  }

  private static void count(
      List<String> counts, List<ClassifiedPlace> places, HunkKind kind, String happened) {
    long count =
        places.stream()
            .filter(place -> place.kind() == ChangeKind.SUBSTANTIVE && place.hunk().kind() == kind)
            .count();
    if (count > 0) {
      counts.add(counts.isEmpty() ? counted(count, "passage") + happened : count + happened);
    }
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String links(LinkChanges links) {
    if (!links.retargeted().isEmpty()) {
      int others = links.retargeted().size() - 1;
      String link = "The link “" + links.retargeted().getFirst().after().text() + "”";
      return others == 0
          ? link + " now leads elsewhere."
          : link + " and " + counted(others, "other") + " now lead elsewhere.";
    }
    if (links.added().size() + links.removed().size() == 1) {
      return links.removed().isEmpty()
          ? "The link “" + links.added().getFirst().text() + "” was added."
          : "The link “" + links.removed().getFirst().text() + "” was taken out.";
    }
    return "Links changed: "
        + links.added().size()
        + " added, "
        + links.removed().size()
        + " removed.";
  }
}
