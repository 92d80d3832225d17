package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeKind;
import signpost.web.revision.kind.ChangeImportance.ClassifiedPlace;
import signpost.web.revision.kind.NewEditions.NewEdition;
import signpost.web.revision.meaning.ChangeMeaning;
import signpost.web.revision.meaning.PassageMeaning;

/** Quotes the passages that changed: both of two, and of more those that mean most. */
final class PassageClauses {
  /** More quotations are no sentence. */
  private static final int MOST = 2;

  private static final int MOST_MEANINGS = 3;

  private PassageClauses() {}

  /** Of a change whose words are what matters most. */
  static List<TellingClause> of(List<ClassifiedPlace> places, List<NewEdition> told) {
    List<ClassifiedPlace> reworded =
        places.stream()
            .filter(place -> place.kind() == ChangeKind.SUBSTANTIVE)
            .filter(place -> !NewEditions.tell(told, place.hunk()))
            .toList();
    List<ChangedPassage> passages = ChangedPassage.of(reworded);
    if (passages.size() <= MOST) {
      return quoted(passages);
    }
    List<TellingClause> clauses = new ArrayList<>(meaning(reworded));
    if (clauses.isEmpty()) {
      clauses.add(new TellingClause("the text changed", heading(reworded), counts(reworded)));
    } else {
      int others = passages.size() - clauses.size();
      clauses.add(TellingClause.of(CountedThings.of(others, "other passage") + " changed"));
    }
    return clauses;
  }

  /** Of any change: only passages that mean something, gravest first. */
  static List<TellingClause> meaning(List<ClassifiedPlace> places) {
    return quoted(
        ChangedPassage.of(
            places.stream()
                .filter(place -> !place.meanings().isEmpty())
                .filter(place ->
                    place.kind() == ChangeKind.SUBSTANTIVE || ContactWords.isBesides(place))
                .toList()));
  }

  private static List<TellingClause> quoted(List<ChangedPassage> passages) {
    return passages.stream()
        .sorted(Comparator.comparingDouble(passage -> -PassageMeaning.weight(passage.meanings())))
        .limit(MOST)
        .map(PassageClauses::quoted)
        .toList();
  }

  private static TellingClause quoted(ChangedPassage passage) {
    QuotedWords words = QuotedWords.of(passage.text(), passage.heading());
    String about = about(passage.meanings());
    String heading = passage.heading();
    if (words.old().isEmpty()) {
      return new TellingClause("new text" + about, heading, words.inMarks());
    }
    String said =
        words.young().isEmpty()
            ? "text" + about + " was taken out"
            : "the text" + about + " changed";
    return new TellingClause(said, heading, words.inMarks());
  }

  private static String about(Set<ChangeMeaning> meanings) {
    return meanings.isEmpty()
        ? ""
        : " about "
            + TellingClause.list(
                meanings.stream().sorted().limit(MOST_MEANINGS).map(ChangeMeaning::words).toList());
  }

  /** The first heading under which a passage changed. */
  private static String heading(List<ClassifiedPlace> places) {
    return places.stream()
        .map(place -> place.hunk().heading())
        .filter(heading -> !heading.isBlank())
        .findFirst()
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
    long count = places.stream().filter(place -> place.hunk().kind() == kind).count();
    if (count > 0) {
      counts.add(
          counts.isEmpty() ? CountedThings.of(count, "passage") + happened : count + happened);
    }
  }
}
