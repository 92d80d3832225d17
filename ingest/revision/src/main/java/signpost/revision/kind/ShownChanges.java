package signpost.revision.kind;

import java.util.Comparator;
import java.util.List;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.revision.kind.ChangeImportance.ClassifiedPlace;
import signpost.revision.meaning.PassageMeaning;

/**
 * The places of a change that are handed on: the most important ones, as many as a record holds.
 */
final class ShownChanges {
  static final int MOST_HUNKS = 200;
  static final int MOST_CHARACTERS = 512 * 1024;

  private ShownChanges() {}

  /** In the order of the page, unless that is too much: then in the order of importance. */
  static List<Hunk> of(List<ClassifiedPlace> places) {
    List<Hunk> all = places.stream().map(ClassifiedPlace::hunk).toList();
    return fitting(all) == all.size() ? all : first(places);
  }

  private static List<Hunk> first(List<ClassifiedPlace> places) {
    List<Hunk> ranked =
        places.stream()
            .sorted(
                Comparator.comparing(ClassifiedPlace::kind)
                    .thenComparingDouble(place -> -PassageMeaning.weight(place.meanings())))
            .map(ClassifiedPlace::hunk)
            .toList();
    return ranked.subList(0, fitting(ranked));
  }

  private static int fitting(List<Hunk> hunks) {
    int characters = 0;
    int fitting = 0;
    for (Hunk hunk : hunks) {
      characters += hunk.segments().stream().map(Segment::text).mapToInt(String::length).sum();
      if (fitting == MOST_HUNKS || (characters > MOST_CHARACTERS && fitting > 0)) {
        return fitting;
      }
      fitting++;
    }
    return fitting;
  }
}
