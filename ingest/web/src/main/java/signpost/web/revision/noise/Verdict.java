package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to be said of a place that is not as it was told. What is neither told nor held is taken
 * as it is, in silence.
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
   * Whatever stands where something restless stood is its next face. What else stands there is news
   * once it has been seen twice, and what stood there is gone once nothing that has been seen only
   * once can be what became of it.
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

  /** What comes and goes shows nothing of what became of the rest. */
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

  /** Where most of a list is restless, all of it is; contacts and other pages linked never are. */
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
