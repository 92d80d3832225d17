package signpost.revision.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.ChangeEvent.HunkKind;
import signpost.revision.kind.ChangeImportance.ClassifiedPlace;
import signpost.revision.meaning.ChangeMeaning;
import signpost.revision.meaning.PassageMeaning;

/** A passage as owners read of it: as it stood, as it stands, and what the change means. */
record ChangedPassage(String heading, HunkText text, Set<ChangeMeaning> meanings) {
  /** Of more places nobody is told which became which. */
  private static final int MOST_PAIRED = 100;

  ChangedPassage {
    meanings = Set.copyOf(meanings);
  }

  /**
   * The passages of places. One that went and one that came under the same heading are one if both
   * are about the same: "It is free" became "There is a charge of £20" without a word in common.
   */
  static List<ChangedPassage> of(List<ClassifiedPlace> places) {
    if (places.size() > MOST_PAIRED) {
      return places.stream().map(ChangedPassage::of).toList();
    }
    List<ClassifiedPlace> left = new ArrayList<>(places);
    List<ChangedPassage> passages = new ArrayList<>();
    for (ClassifiedPlace place : places) {
      if (left.remove(place)) {
        Optional<ClassifiedPlace> other =
            left.stream().filter(it -> isOther(place, it)).findFirst();
        other.ifPresent(left::remove);
        passages.add(other.map(it -> of(place, it)).orElseGet(() -> of(place)));
      }
    }
    return passages;
  }

  private static ChangedPassage of(ClassifiedPlace place) {
    return new ChangedPassage(place.hunk().heading(), HunkText.of(place.hunk()), place.meanings());
  }

  private static ChangedPassage of(ClassifiedPlace one, ClassifiedPlace other) {
    boolean gone = one.hunk().kind() == HunkKind.REMOVED;
    String heading = one.hunk().heading();
    String old = HunkText.of((gone ? one : other).hunk()).old();
    String young = HunkText.of((gone ? other : one).hunk()).young();
    return new ChangedPassage(
        heading, new HunkText(old, young), PassageMeaning.of(heading, old, young));
  }

  /** Whether one went and the other came, and both are about the same. */
  private static boolean isOther(ClassifiedPlace one, ClassifiedPlace other) {
    Set<HunkKind> kinds = Set.copyOf(List.of(one.hunk().kind(), other.hunk().kind()));
    return kinds.equals(Set.of(HunkKind.REMOVED, HunkKind.ADDED))
        && one.hunk().heading().equals(other.hunk().heading())
        && !Collections.disjoint(one.meanings(), other.meanings());
  }
}
