package signpost.revision.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.compare.EditScript.ListEdit;

class EditScriptTest {

  @Test
  void nothingIsTheWayBetweenTheSame() {
    assertThat(edits(List.of(), List.of())).isEqualTo(new EditScript(List.of(), true));
    assertThat(edits(List.of(1, 2), List.of(1, 2))).isEqualTo(new EditScript(List.of(), true));
  }

  @Test
  void neighbouringEditsAreOne() {
    assertThat(edits(List.of(1, 2, 3, 9), List.of(1, 4, 5, 9)).all())
        .containsExactly(new ListEdit(1, 3, 1, 3));
    assertThat(edits(List.of(), List.of(1)).all()).containsExactly(new ListEdit(0, 0, 0, 1));
  }

  @Test
  void editsMakeTheNewListOfTheOldAndNoWayIsShorter() {
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      List<Integer> old = list(random, random.nextInt(14), 4);
      List<Integer> young = list(random, random.nextInt(14), 4);
      EditScript edits = edits(old, young);
      assertThat(applied(edits, old, young)).isEqualTo(young);
      assertThat(size(edits)).isEqualTo(old.size() + young.size() - 2 * common(old, young));
      assertThat(edits.exact()).isTrue();
    }
  }

  @Test
  void listsTooUnlikeAreReplacedBetweenWhatTheyShareAtTheEnds() {
    List<Integer> old = new ArrayList<>(List.of(-1));
    List<Integer> young = new ArrayList<>(List.of(-1));
    for (int i = 0; i < 20_000; i++) {
      old.add(2 * i);
      young.add(2 * i + 1);
    }
    old.add(-2);
    young.add(-2);

    EditScript edits = edits(old, young);

    assertThat(edits.exact()).isFalse();
    assertThat(edits.all()).containsExactly(new ListEdit(1, 20_001, 1, 20_001));
    assertThat(applied(edits, old, young)).isEqualTo(young);
  }

  @Test
  void spentBudgetStillGivesTheNewList() {
    Random random = new Random(9);
    DiffBudget spent = new DiffBudget(0);
    List<Integer> old = list(random, 50, 5);
    List<Integer> young = list(random, 50, 5);

    EditScript edits = EditScript.between(old, young, spent);

    assertThat(edits.exact()).isFalse();
    assertThat(applied(edits, old, young)).isEqualTo(young);
  }

  private static EditScript edits(List<Integer> old, List<Integer> young) {
    return EditScript.between(old, young, new DiffBudget(20_000_000));
  }

  private static List<Integer> list(Random random, int size, int values) {
    return random.ints(size, 0, values).boxed().toList();
  }

  private static List<Integer> applied(EditScript edits, List<Integer> old, List<Integer> young) {
    List<Integer> made = new ArrayList<>();
    int at = 0;
    for (ListEdit edit : edits.all()) {
      made.addAll(old.subList(at, edit.oldFrom()));
      made.addAll(young.subList(edit.newFrom(), edit.newTo()));
      at = edit.oldTo();
    }
    made.addAll(old.subList(at, old.size()));
    return made;
  }

  private static int size(EditScript edits) {
    return edits.all().stream()
        .mapToInt(it -> it.oldTo() - it.oldFrom() + it.newTo() - it.newFrom())
        .sum();
  }

  /** Length of the longest common subsequence, by the book. */
  private static int common(List<Integer> a, List<Integer> b) {
    int[][] best = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        best[i][j] =
            a.get(i - 1).equals(b.get(j - 1))
                ? best[i - 1][j - 1] + 1
                : Math.max(best[i - 1][j], best[i][j - 1]);
      }
    }
    return best[a.size()][b.size()];
  }
}
