package signpost.revision.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.ChangeKind;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.LinkChanges;
import signpost.revision.compare.LinkChanges.LinkRetarget;
import signpost.revision.kind.ChangeImportance.ClassifiedPlace;
import signpost.revision.kind.NewEditions.NewEdition;

/** One plain sentence about a change, which quotes the words where they are few. */
final class ChangeSentences {
  private final ComparablePage before;
  private final ComparablePage after;
  private final List<ClassifiedPlace> places;
  private final LinkChanges links;

  private ChangeSentences(
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links) {
    this.before = before;
    this.after = after;
    this.places = places;
    this.links = links;
  }

  /** A replaced document is always told as replaced, whatever else has changed. */
  static String of(
      Set<ChangeKind> kinds,
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links) {
    ChangeSentences sentences = new ChangeSentences(before, after, places, links);
    ChangeKind first = kinds.iterator().next();
    List<TellingClause> clauses = new ArrayList<>(sentences.clauses(first));
    if (kinds.contains(ChangeKind.DOCUMENT_REPLACED) && first != ChangeKind.END_OF_LIFE) {
      TellingClause clause = clauses.removeFirst();
      String said = sentences.replaced() + ": " + clause.said();
      clauses.addFirst(new TellingClause(said, clause.heading(), clause.quote()));
    }
    return TellingClause.sentence(clauses);
  }

  private List<TellingClause> clauses(ChangeKind first) {
    return switch (first) {
      case END_OF_LIFE ->
          only(
              after.notices().isEmpty()
                  ? "the page no longer says that it is out of date"
                  : ended());
      case IDENTITY -> only(identity());
      case CONTACT -> {
        List<TellingClause> all = new ArrayList<>(ContactWords.of(places, links.contacts()));
        all.addAll(PassageClauses.meaning(places));
        yield all;
      }
      case SUBSTANTIVE -> text();
      case LINKS -> links(NewEditions.ofLinks(links.pages()), links.pages());
      case DOCUMENT_REPLACED ->
          only(
              before.pages() == after.pages()
                  ? "its words are not the same"
                  : "it has "
                      + CountedThings.of(after.pages(), "page")
                      + " instead of "
                      + before.pages());
      case DATE_ONLY -> only("only a date changed");
      case COSMETIC -> only("only spelling, punctuation or layout changed");
    };
  }

  private static List<TellingClause> only(String said) {
    return List.of(TellingClause.of(said));
  }

  private String ended() {
    return after.notices().stream()
        .filter(notice -> !before.notices().contains(notice))
        .findFirst()
        .map(notice ->
            switch (notice) {
              case WITHDRAWN -> "the page says it has been withdrawn";
              case SUPERSEDED -> "the page says something newer has replaced it";
              case ARCHIVED -> "the page says it has been archived";
            })
        .orElse("the page says it is no longer current");
  }

  /** With both names, where it has another. */
  private String replaced() {
    Optional<NewEdition> edition = NewEditions.ofTitle(before, after);
    if (edition.isPresent()) {
      return "the document was replaced by a new edition, " + edition.get().words();
    }
    return PageNames.same(before.title(), after.title())
        ? "the document was replaced"
        : "the document was replaced, “" + after.title() + "” instead of “" + before.title() + "”";
  }

  private String identity() {
    if (WelshDetector.is(before) != WelshDetector.is(after)) {
      return WelshDetector.is(after)
          ? "the page is now in Welsh"
          : "the page is no longer in Welsh";
    }
    return PageNames.same(before.title(), after.title())
        ? "nearly all of the text is different"
        : "the page is now about something else: “"
            + after.title()
            + "” instead of “"
            + before.title()
            + "”";
  }

  private List<TellingClause> text() {
    List<NewEdition> editions = new ArrayList<>(NewEditions.ofLinks(links.pages()));
    List<TellingClause> clauses = new ArrayList<>();
    if (!after.media().isDocument()) {
      NewEditions.ofTitle(before, after).ifPresent(editions::addFirst);
    }
    editions.stream().limit(2).map(ChangeSentences::edition).forEach(clauses::add);
    clauses.addAll(PassageClauses.of(places, editions));
    if (clauses.isEmpty()) {
      clauses.add(
          TellingClause.of(
              "the title is now “" + after.title() + "” instead of “" + before.title() + "”"));
    }
    return clauses;
  }

  private static TellingClause edition(NewEdition edition) {
    return TellingClause.of("a new edition, " + edition.words());
  }

  private static List<TellingClause> links(List<NewEdition> editions, LinkChanges links) {
    if (!editions.isEmpty()) {
      List<TellingClause> clauses =
          new ArrayList<>(editions.stream().limit(3).map(ChangeSentences::edition).toList());
      int others =
          links.retargeted().size() + Math.max(links.added().size(), links.removed().size());
      int more = others - clauses.size();
      if (more > 0) {
        clauses.add(TellingClause.of(CountedThings.of(more, "other link") + " changed too"));
      }
      return clauses;
    }
    return only(links(links));
  }

  private static String links(LinkChanges links) {
    if (!links.retargeted().isEmpty()) {
      int others = links.retargeted().size() - 1;
      LinkRetarget first = links.retargeted().getFirst();
      String link = "the link “" + first.after().text() + "”";
      boolean files = NewEditions.isFile(first.before()) && NewEditions.isFile(first.after());
      String where =
          files
              ? "leads to another document, “%s” instead of “%s”"
                  .formatted(
                      NewEditions.fileName(first.after()), NewEditions.fileName(first.before()))
              : "leads elsewhere";
      return others == 0
          ? link + " now " + where
          : link + " and " + CountedThings.of(others, "other") + " now lead elsewhere";
    }
    if (links.added().size() + links.removed().size() == 1) {
      return links.removed().isEmpty()
          ? "the link “" + links.added().getFirst().text() + "” was added"
          : "the link “" + links.removed().getFirst().text() + "” was taken out";
    }
    return "links changed: "
        + links.added().size()
        + " added, "
        + links.removed().size()
        + " removed";
  }
}
