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
record Verdict(Swap tell, Swap hold) {
  private static final Swap NOTHING = Swap.of(List.of(), List.of());

  static Verdict tell(List<Piece> olds, List<Piece> youngs) {
    return new Verdict(Swap.of(olds, youngs), NOTHING);
  }

  static Verdict hold(List<Piece> olds, List<Piece> youngs) {
    return new Verdict(NOTHING, Swap.of(olds, youngs));
  }

  /**
   * A piece that replaces a volatile piece is volatile too. Any other new piece is news once it has
   * been seen twice. An old piece is gone once no piece that was seen only once can be its
   * replacement.
   */
  static Verdict of(Swap swap, Memory memory) {
    Swap swinging =
        Swap.of(
            swap.olds().stream().filter(old -> swings(old.gone(), memory)).toList(),
            swap.youngs().stream().filter(young -> swings(young.come(), memory)).toList());
    boolean byItself =
        swinging.youngs().size() <= swinging.olds().size() && restless(swap, memory).isEmpty();
    return swinging.youngs().isEmpty() || !byItself
        ? settled(swap, memory)
        : settled(swap.without(swinging), memory).holding(swinging);
  }

  /** A piece that comes and goes does not show what happened to the other pieces. */
  private static boolean swings(String key, Memory memory) {
    return memory.swings(key) && !memory.isNews(key);
  }

  private Verdict holding(Swap more) {
    return new Verdict(tell, hold.and(more));
  }

  private static Verdict settled(Swap swap, Memory memory) {
    List<Piece> restless = restless(swap, memory);
    List<Piece> steady = new ArrayList<>(swap.olds());
    steady.removeAll(restless);
    List<Piece> news = swap.youngs().stream().filter(young -> memory.isNews(young.come())).toList();
    List<Piece> early = new ArrayList<>(swap.youngs());
    early.removeAll(news);
    if (swap.youngs().size() <= restless.size()) {
      return removed(steady, memory); // nothing has come but next faces
    }
    if (early.size() < restless.size()) { // which of the news are faces does not show
      return steady.isEmpty() ? hold(restless, swap.youngs()) : tell(swap.olds(), news);
    }
    List<Piece> others = early.subList(restless.size(), early.size());
    if (others.isEmpty()) {
      return news.isEmpty() ? removed(steady, memory) : tell(steady, news);
    }
    return others.size() >= steady.size()
        ? new Verdict(Swap.of(List.of(), news), Swap.of(steady, others))
        : hold(swap.olds(), swap.youngs());
  }

  /**
   * A list is volatile as a whole if most of its pieces are. Contact details and links to other
   * pages never are.
   */
  private static List<Piece> restless(Swap swap, Memory memory) {
    if (swap.alike() && (swap.ofContacts() || swap.leadsElsewhere())) {
      return List.of();
    }
    List<Piece> restless = swap.olds().stream().filter(memory::isRestless).toList();
    return 2 * restless.size() > swap.olds().size() ? swap.olds() : restless;
  }

  private static Verdict removed(List<Piece> olds, Memory memory) {
    List<Piece> tell = olds.stream().filter(old -> memory.isNews(old.gone())).toList();
    List<Piece> hold = olds.stream().filter(old -> !memory.isNews(old.gone())).toList();
    return new Verdict(Swap.of(tell, List.of()), Swap.of(hold, List.of()));
  }
}
