package signpost.revision.noise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.revision.compare.BlockDiff;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.EditScript.DiffBudget;
import signpost.revision.kind.ChangeSummary;
import signpost.revision.kind.ReadingComparison;

/** Compares one visit to a page with what is remembered of the page. */
public final class VisitComparison {
  private static final int MOST_SENTENCES = 60;

  private final ComparablePage told;
  private final ComparablePage seen;
  private final BlockDiff blocks;
  private final DiffBudget budget;
  private final PieceMemory memory;
  private final List<TextReplacement> swaps;
  private final List<TextReplacement> toldOnes;
  private final List<TextReplacement> heldOnes;
  private final boolean all;
  private final boolean doubtful;

  private VisitComparison(
      ComparablePage told,
      ComparablePage seen,
      DiffBudget budget,
      PageSetting setting,
      RevisionState state,
      Instant now) {
    this.told = told;
    this.seen = seen;
    this.budget = budget;
    this.blocks = BlockDiff.between(told, seen, budget);
    this.memory = new PieceMemory(state, now);
    ReadingFlips flips = ReadingFlips.between(told, seen);
    List<TextReplacement> differences = ToldDifferences.between(told, seen, blocks, flips);
    PageSetting counting = setting.beside(told);
    this.swaps =
        differences.stream().map(counting::counted).filter(swap -> !swap.isEmpty()).toList();
    memory.note(swaps);
    List<ChangeVerdict> verdicts =
        swaps.stream().map(swap -> ChangeVerdict.of(swap, memory)).toList();
    this.toldOnes = flips.without(verdicts.stream().map(ChangeVerdict::tell).toList());
    this.heldOnes = flips.without(verdicts.stream().map(ChangeVerdict::hold).toList());
    this.doubtful = setting.doubt(told, seen).isPresent();
    this.all = swaps.equals(differences) && tell().toList().equals(swaps);
  }

  public static VisitComparison of(
      RevisionState state, ComparablePage seen, PageSetting setting, Instant now) {
    ComparablePage told = VolatileText.caughtUp(state.told(), seen);
    return new VisitComparison(
        told, seen, new DiffBudget(ReadingComparison.MOST_STEPS), setting, state, now);
  }

  private Stream<TextReplacement> tell() {
    return toldOnes.stream().filter(swap -> !swap.isEmpty());
  }

  private Stream<TextReplacement> hold() {
    return heldOnes.stream().filter(swap -> !swap.isEmpty());
  }

  private List<String> held() {
    Stream<String> doubt = doubtful ? Stream.of(RevisionState.DOUBT) : Stream.empty();
    Stream<String> keys = hold().flatMap(TextReplacement::keys);
    return Stream.of(keys, sentences(), doubt).flatMap(it -> it).distinct().toList();
  }

  /**
   * The sentences of pieces that are new, so that they are known again in another piece; not of
   * pieces that come and go.
   */
  private Stream<String> sentences() {
    return hold()
        .flatMap(swap -> swap.youngs().stream())
        .filter(young -> !memory.swings(young.come()))
        .flatMap(PagePiece::sentences)
        .limit(MOST_SENTENCES)
        .filter(sentence -> told.lines().stream().noneMatch(it -> it.text().contains(sentence)))
        .map(PagePiece::sentence);
  }

  public boolean isNews() {
    return tell().findAny().isPresent();
  }

  /** When what is told now was first seen. */
  public Instant seenAt() {
    return tell()
        .flatMap(TextReplacement::keys)
        .map(memory::since)
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Whether something shows for the first time, and waits to be seen again. */
  public boolean isFresh() {
    return held().stream().anyMatch(memory::isFresh);
  }

  /**
   * Returns when the first waiting piece would become news; empty if every waiting piece needs a
   * longer time than the next regular visit.
   */
  public Optional<Instant> lookAgainAt() {
    return held().stream()
        .filter(key -> !memory.swings(key) && !memory.isNews(key))
        .map(memory::newsAt)
        .min(Comparator.naturalOrder());
  }

  public ChangeSummary change(boolean siteRoot) {
    if (all) {
      return ReadingComparison.between(told, seen, blocks, siteRoot, budget);
    }
    List<TextReplacement> untold = Stream.concat(tell(), hold()).toList();
    return ReadingComparison.between(merged(untold), merged(hold().toList()), siteRoot);
  }

  private ComparablePage merged(List<TextReplacement> asTheyWere) {
    return ReadingMerge.of(told, seen, blocks, asTheyWere);
  }

  /** Call this once, after all other questions: it changes what is remembered. */
  public RevisionState after(int revision, Optional<Instant> changedAt, int restless) {
    for (int i = 0; i < swaps.size(); i++) {
      succeed(swaps.get(i), heldOnes.get(i));
    }
    tell()
        .forEach(swap -> {
          swap.olds().forEach(old -> memory.passed(old.come()));
          swap.youngs().forEach(young -> memory.passed(young.gone()));
        });
    List<String> held = held();
    return new RevisionState(
        revision,
        merged(hold().toList()),
        changedAt,
        memory.standing(held),
        memory.lately(held),
        memory.habits(),
        restless);
  }

  /**
   * A piece that is replaced hands its record of changes on to its replacement: of more than there
   * were before, to the one that is most nearly as long.
   */
  private void succeed(TextReplacement swap, TextReplacement held) {
    List<PagePiece> olds = new ArrayList<>(swap.olds());
    olds.removeAll(held.olds());
    List<PagePiece> youngs = new ArrayList<>(swap.youngs());
    youngs.removeAll(held.youngs());
    boolean more = youngs.size() > olds.size();
    for (PagePiece old : olds) {
      if (youngs.isEmpty()) {
        memory.forgets(old);
      } else {
        PagePiece young = more ? nearest(old, youngs) : youngs.getFirst();
        youngs.remove(young);
        memory.succeeds(old, young);
      }
    }
  }

  private static PagePiece nearest(PagePiece old, List<PagePiece> youngs) {
    return youngs.stream().min(Comparator.comparingInt(old::lengthApart)).orElseThrow();
  }
}
