package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides what to tell of a place that has changed since it was last told. Pieces that are neither
 * told nor held back are accepted without a message.
 *
 * @param tell seen long enough
 * @param hold not seen long enough yet
 */
record ChangeVerdict(TextReplacement tell, TextReplacement hold) {
  private static final TextReplacement NOTHING = TextReplacement.of(List.of(), List.of());

  static ChangeVerdict tell(List<PagePiece> olds, List<PagePiece> youngs) {
    return new ChangeVerdict(TextReplacement.of(olds, youngs), NOTHING);
  }

  static ChangeVerdict hold(List<PagePiece> olds, List<PagePiece> youngs) {
    return new ChangeVerdict(NOTHING, TextReplacement.of(olds, youngs));
  }

  /**
   * A piece that replaces a volatile piece is volatile too. Any other new piece is news once it has
   * been seen twice. An old piece is gone once no piece that was seen only once can be its
   * replacement.
   */
  static ChangeVerdict of(TextReplacement swap, PieceMemory memory) {
    TextReplacement swinging =
        TextReplacement.of(
            swap.olds().stream().filter(old -> swings(old.gone(), memory)).toList(),
            swap.youngs().stream().filter(young -> swings(young.come(), memory)).toList());
    boolean byItself =
        swinging.youngs().size() <= swinging.olds().size() && restless(swap, memory).isEmpty();
    return swinging.youngs().isEmpty() || !byItself
        ? settled(swap, memory)
        : settled(swap.without(swinging), memory).holding(swinging);
  }

  /** A piece that comes and goes does not show what happened to the other pieces. */
  private static boolean swings(String key, PieceMemory memory) {
    return memory.swings(key) && !memory.isNews(key);
  }

  private ChangeVerdict holding(TextReplacement more) {
    return new ChangeVerdict(tell, hold.and(more));
  }

  private static ChangeVerdict settled(TextReplacement swap, PieceMemory memory) {
    List<PagePiece> restless = restless(swap, memory);
    List<PagePiece> steady = new ArrayList<>(swap.olds());
    steady.removeAll(restless);
    List<PagePiece> news =
        swap.youngs().stream().filter(young -> memory.isNews(young.come())).toList();
    List<PagePiece> early = new ArrayList<>(swap.youngs());
    early.removeAll(news);
    if (swap.youngs().size() <= restless.size()) {
      return removed(steady, memory); // nothing has come but next faces
    }
    if (early.size() < restless.size()) { // which of the news are faces does not show
      return steady.isEmpty() ? hold(restless, swap.youngs()) : tell(swap.olds(), news);
    }
    List<PagePiece> others = early.subList(restless.size(), early.size());
    if (others.isEmpty()) {
      return news.isEmpty() ? removed(steady, memory) : tell(steady, news);
    }
    return others.size() >= steady.size()
        ? new ChangeVerdict(TextReplacement.of(List.of(), news), TextReplacement.of(steady, others))
        : hold(swap.olds(), swap.youngs());
  }

  /**
   * A list is volatile as a whole if most of its pieces are. Contact details and links to other
   * pages never are.
   */
  private static List<PagePiece> restless(TextReplacement swap, PieceMemory memory) {
    if (swap.alike() && (swap.ofContacts() || swap.leadsElsewhere())) {
      return List.of();
    }
    List<PagePiece> restless = swap.olds().stream().filter(memory::isRestless).toList();
    return 2 * restless.size() > swap.olds().size() ? swap.olds() : restless;
  }

  private static ChangeVerdict removed(List<PagePiece> olds, PieceMemory memory) {
    List<PagePiece> tell = olds.stream().filter(old -> memory.isNews(old.gone())).toList();
    List<PagePiece> hold = olds.stream().filter(old -> !memory.isNews(old.gone())).toList();
    return new ChangeVerdict(
        TextReplacement.of(tell, List.of()), TextReplacement.of(hold, List.of()));
  }
}
