package signpost.revision.noise;

import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.revision.compare.BlockPairing;
import signpost.revision.meaning.ChangeMeaning;
import signpost.revision.meaning.PassageMeaning;

/**
 * Decides what to tell of a place that has changed since it was last told. Pieces that are neither
 * told nor held back are accepted without a message.
 *
 * @param tell seen long enough
 * @param hold not seen long enough yet
 */
record ChangeVerdict(TextReplacement tell, TextReplacement hold) {
  private static final TextReplacement NOTHING = TextReplacement.of(List.of(), List.of());

  /** Comparing the words of two pieces is dear. */
  private static final int MOST_PAIRS = 400;

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
    List<PagePiece> steadyYoungs =
        swap.youngs().stream().filter(young -> !swings(young.come(), memory)).toList();
    List<PagePiece> swingingOlds =
        swap.olds().stream().filter(old -> swings(old.gone(), memory)).collect(toList());
    swingingOlds.removeAll(became(swingingOlds, steadyYoungs));
    TextReplacement swinging =
        TextReplacement.of(
            swingingOlds,
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

  /** A heading is no next face of a passage, nor the other way round: each kind for itself. */
  private static ChangeVerdict settled(TextReplacement swap, PieceMemory memory) {
    List<PagePiece> restless = restless(swap, memory);
    Predicate<PagePiece> faces =
        piece -> restless.stream().anyMatch(old -> old.kind() == piece.kind());
    List<PagePiece> others = swap.youngs().stream().filter(faces.negate()).toList();
    if (restless.isEmpty() || others.isEmpty()) {
      return settled(swap, restless, memory);
    }
    List<PagePiece> olds = swap.olds().stream().filter(faces.negate()).toList();
    TextReplacement rest = TextReplacement.of(olds, others);
    ChangeVerdict first = settled(swap.without(rest), restless, memory);
    ChangeVerdict second = settled(rest, List.of(), memory);
    return new ChangeVerdict(first.tell.and(second.tell), first.hold.and(second.hold));
  }

  private static ChangeVerdict settled(
      TextReplacement swap, List<PagePiece> restless, PieceMemory memory) {
    List<PagePiece> faces = nextFaces(swap, memory);
    List<PagePiece> steady = new ArrayList<>(swap.olds());
    steady.removeAll(restless);
    List<PagePiece> news =
        swap.youngs().stream()
            .filter(memory::isNews)
            .filter(young -> !faces.contains(young))
            .toList();
    List<PagePiece> early = new ArrayList<>(swap.youngs());
    early.removeAll(news);
    if (swap.youngs().size() <= restless.size()) { // nothing has come but next faces
      List<PagePiece> away = restless.subList(swap.youngs().size(), restless.size());
      return removed(steady, memory)
          .holding(
              TextReplacement.of(
                  away.stream().filter(old -> !memory.stays(old.gone())).toList(), List.of()));
    }
    if (early.size() < restless.size()) {
      return amid(restless, steady, news, early);
    }
    List<PagePiece> others = early.subList(restless.size(), early.size());
    if (others.isEmpty()) {
      return news.isEmpty() ? removed(steady, memory) : tell(steady, news);
    }
    if (news.isEmpty()) {
      return hold(swap.olds(), swap.youngs()); // which of them are faces does not show yet
    }
    List<PagePiece> became = became(steady, news);
    steady.removeAll(became);
    return others.size() >= steady.size()
        ? new ChangeVerdict(TextReplacement.of(became, news), TextReplacement.of(steady, others))
        : hold(swap.olds(), swap.youngs());
  }

  /**
   * Some of the news are next faces: not what is an old piece edited or means something, and those
   * most nearly as long as what is restless. They are held, not accepted, so that nothing somebody
   * wrote is lost should it be one of them.
   */
  private static ChangeVerdict amid(
      List<PagePiece> restless,
      List<PagePiece> steady,
      List<PagePiece> news,
      List<PagePiece> early) {
    if (!steady.isEmpty() && became(steady, news).isEmpty()) { // all of it was written anew
      return tell(Stream.concat(restless.stream(), steady.stream()).toList(), news);
    }
    List<PagePiece> told = new ArrayList<>(news);
    List<PagePiece> held = new ArrayList<>(early);
    Predicate<PagePiece> edited = young -> !became(steady, List.of(young)).isEmpty();
    Predicate<PagePiece> means =
        young ->
            young.contacts().findAny().isPresent() || !PassageMeaning.of(young.text()).isEmpty();
    for (PagePiece old : restless.subList(early.size(), restless.size())) {
      told.stream()
          .filter(young -> young.kind() == old.kind())
          .min(
              Comparator.<PagePiece, Boolean>comparing(edited::test)
                  .thenComparing(means::test)
                  .thenComparingInt(old::lengthApart))
          .ifPresent(face -> {
            told.remove(face);
            held.add(face);
          });
    }
    return new ChangeVerdict(TextReplacement.of(steady, told), TextReplacement.of(restless, held));
  }

  /** The old pieces that have so many words in common with news that they became it. */
  private static List<PagePiece> became(List<PagePiece> steady, List<PagePiece> news) {
    List<PagePiece> left = new ArrayList<>(steady);
    List<PagePiece> became = new ArrayList<>();
    if (steady.size() * news.size() > MOST_PAIRS) {
      return became;
    }
    for (PagePiece young : news) {
      left.stream()
          .filter(old -> old.words() && young.words())
          .filter(old -> BlockPairing.alike(old.text(), young.text()))
          .findFirst()
          .ifPresent(old -> {
            left.remove(old);
            became.add(old);
          });
    }
    return became;
  }

  /**
   * Quite other words where other words have stood twice of late: they are told once they stay,
   * unless they say what cannot wait. Beside them somebody may have written, so they are those that
   * are most nearly as long as what stood there.
   */
  private static List<PagePiece> nextFaces(TextReplacement swap, PieceMemory memory) {
    List<PagePiece> faces = new ArrayList<>();
    for (PagePiece old : swap.olds()) {
      if (old.words() && memory.isUnsteady(old)) {
        swap.youngs().stream()
            .filter(young -> young.kind() == old.kind() && !faces.contains(young))
            .min(Comparator.comparingInt(old::lengthApart))
            .filter(young -> !old.hasMuchOf(young))
            .filter(young -> !memory.stays(young.come()) && !cannotWait(young))
            .ifPresent(faces::add);
      }
    }
    return faces;
  }

  private static boolean cannotWait(PagePiece young) {
    return young.contacts().findAny().isPresent()
        || PassageMeaning.of(young.text()).stream().anyMatch(ChangeMeaning::isGrave);
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
    Predicate<PagePiece> gone =
        old -> memory.isNews(old.gone()) && (!memory.isUnsteady(old) || memory.stays(old.gone()));
    List<PagePiece> tell = olds.stream().filter(gone).toList();
    List<PagePiece> hold = olds.stream().filter(gone.negate()).toList();
    return new ChangeVerdict(
        TextReplacement.of(tell, List.of()), TextReplacement.of(hold, List.of()));
  }
}
