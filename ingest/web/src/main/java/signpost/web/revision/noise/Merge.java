package signpost.web.revision.noise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import signpost.web.revision.compare.BlockDiff;
import signpost.web.revision.compare.BlockDiff.ChangedRun;
import signpost.web.revision.compare.BlockPairing.BlockPair;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLine;

/** The newer reading of a page with some places left as they were. */
final class Merge {
  private final ComparablePage told;
  private final ComparablePage now;
  private final Map<Piece, Integer> kept;
  private final Map<Piece, Integer> leftOut;

  private Merge(ComparablePage told, ComparablePage now, List<Swap> asTheyWere) {
    this.told = told;
    this.now = now;
    this.kept = counted(asTheyWere, Swap::olds);
    this.leftOut = counted(asTheyWere, Swap::youngs);
  }

  private static Map<Piece, Integer> counted(List<Swap> swaps, Function<Swap, List<Piece>> side) {
    Map<Piece, Integer> pieces = new HashMap<>();
    swaps.stream()
        .map(side)
        .flatMap(Collection::stream)
        .forEach(piece -> pieces.merge(piece, 1, Integer::sum));
    return pieces;
  }

  static ComparablePage of(
      ComparablePage told, ComparablePage now, BlockDiff blocks, List<Swap> asTheyWere) {
    Merge merge = new Merge(told, now, asTheyWere);
    if (merge.kept.isEmpty() && merge.leftOut.isEmpty()) {
      return now;
    }
    return merge.keeps(Piece.Kind.WHOLE) ? told : merge.reading(blocks);
  }

  private boolean keeps(Piece.Kind kind) {
    return kept.keySet().stream().anyMatch(piece -> piece.kind() == kind);
  }

  private ComparablePage reading(BlockDiff blocks) {
    return new ComparablePage(
        keeps(Piece.Kind.TITLE) ? told.title() : now.title(),
        lines(blocks),
        both(told.links(), now.links(), Piece::of),
        both(told.notices(), now.notices(), Piece::of),
        now.media(),
        keeps(Piece.Kind.PAGES) ? told.pages() : now.pages());
  }

  private List<TextLine> lines(BlockDiff blocks) {
    List<TextLine> lines = new ArrayList<>();
    int at = 0;
    for (ChangedRun run : blocks.runs()) {
      lines.addAll(now.lines().subList(at, run.edit().newFrom()));
      lines.addAll(run.moved());
      for (BlockPair pair : run.pairs()) {
        pair.old().filter(line -> take(kept, Piece.of(line))).ifPresent(lines::add);
        pair.young().filter(line -> !take(leftOut, Piece.of(line))).ifPresent(lines::add);
      }
      at = run.edit().newTo();
    }
    lines.addAll(now.lines().subList(at, now.lines().size()));
    return lines;
  }

  private static boolean take(Map<Piece, Integer> pieces, Piece piece) {
    return pieces.containsKey(piece) && pieces.merge(piece, -1, Integer::sum) >= 0;
  }

  private <T> List<T> both(List<T> old, List<T> young, Function<T, Piece> piece) {
    return Stream.concat(
            young.stream().filter(it -> !leftOut.containsKey(piece.apply(it))),
            old.stream().filter(it -> kept.containsKey(piece.apply(it))))
        .toList();
  }
}
