package signpost.successor;

import java.util.ArrayList;
import java.util.List;

/** Why a page is taken for the successor, in one sentence. Pure. */
final class SuccessorReason {
  private static final double NEARLY_ALL = 0.9;
  private static final double MOST = 0.5;
  private static final double SOME = 0.3;

  private SuccessorReason() {}

  static String of(CandidatePage page, Likeness likeness) {
    List<String> reasons = new ArrayList<>(page.stated().stream().toList());
    reasons.addAll(name(likeness));
    reasons.addAll(text(likeness));
    if (likeness.of(LikenessSign.SLUG) == 1) {
      reasons.add("the same last part of the address");
    }
    page.listed().ifPresent(reasons::add);
    return sentence(reasons.isEmpty() ? List.of("the words are alike") : reasons);
  }

  private static List<String> name(Likeness likeness) {
    if (likeness.of(LikenessSign.SAME_TITLE) > 0) {
      return List.of("same name"); // as its title, or as a link called it
    }
    if (likeness.of(LikenessSign.TITLE) >= MOST) {
      return List.of("similar name");
    }
    return likeness.of(LikenessSign.TITLE_IN_HEADING) == 1
        ? List.of("a heading with the words of the old title")
        : List.of();
  }

  /** In words: a share of runs, weighed by how much they tell, is no share of the words. */
  private static List<String> text(Likeness likeness) {
    double kept = likeness.of(LikenessSign.KEPT);
    if (kept >= NEARLY_ALL) {
      return List.of("nearly all of the old text");
    }
    if (kept >= SOME) {
      return List.of(kept >= MOST ? "most of the old text" : "much of the old text");
    }
    return likeness.of(LikenessSign.WORDS) >= MOST ? List.of("much the same words") : List.of();
  }

  private static String sentence(List<String> reasons) {
    int last = reasons.size() - 1;
    String all =
        last == 0
            ? reasons.getFirst()
            : String.join(", ", reasons.subList(0, last)) + " and " + reasons.get(last);
    return Character.toUpperCase(all.charAt(0)) + all.substring(1);
  }
}
