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
final class ReadingMerge {
  private final ComparablePage told;
  private final ComparablePage now;
  private final Map<PagePiece, Integer> kept;
  private final Map<PagePiece, Integer> leftOut;

  private ReadingMerge(ComparablePage told, ComparablePage now, List<TextReplacement> asTheyWere) {
    this.told = told;
    this.now = now;
    this.kept = counted(asTheyWere, TextReplacement::olds);
    this.leftOut = counted(asTheyWere, TextReplacement::youngs);
  }

  private static Map<PagePiece, Integer> counted(
      List<TextReplacement> swaps, Function<TextReplacement, List<PagePiece>> side) {
    Map<PagePiece, Integer> pieces = new HashMap<>();
    swaps.stream()
        .map(side)
        .flatMap(Collection::stream)
        .forEach(piece -> pieces.merge(piece, 1, Integer::sum));
    return pieces;
  }

  static ComparablePage of(
      ComparablePage told, ComparablePage now, BlockDiff blocks, List<TextReplacement> asTheyWere) {
    ReadingMerge merge = new ReadingMerge(told, now, asTheyWere);
    if (merge.kept.isEmpty() && merge.leftOut.isEmpty()) {
      return now;
    }
    return merge.keeps(PagePiece.PieceKind.WHOLE) ? told : merge.reading(blocks);
  }

  private boolean keeps(PagePiece.PieceKind kind) {
    return kept.keySet().stream().anyMatch(piece -> piece.kind() == kind);
  }

  private ComparablePage reading(BlockDiff blocks) {
    return new ComparablePage(
        keeps(PagePiece.PieceKind.TITLE) ? told.title() : now.title(),
        lines(blocks),
        both(told.links(), now.links(), PagePiece::of),
        both(told.notices(), now.notices(), PagePiece::of),
        now.media(),
        keeps(PagePiece.PieceKind.PAGES) ? told.pages() : now.pages(),
        now.unread());
  }

  private List<TextLine> lines(BlockDiff blocks) {
    List<TextLine> lines = new ArrayList<>();
    int at = 0;
    for (ChangedRun run : blocks.runs()) {
      lines.addAll(now.lines().subList(at, run.edit().newFrom()));
      lines.addAll(run.moved());
      for (BlockPair pair : run.pairs()) {
        pair.old()
            .filter(line -> take(kept, PagePiece.of(new HeadedLine(line, run.heading()))))
            .ifPresent(lines::add);
        pair.young()
            .filter(line -> !take(leftOut, PagePiece.of(new HeadedLine(line, run.heading()))))
            .ifPresent(lines::add);
      }
      at = run.edit().newTo();
    }
    lines.addAll(now.lines().subList(at, now.lines().size()));
    return lines;
  }

  private static boolean take(Map<PagePiece, Integer> pieces, PagePiece piece) {
    return pieces.containsKey(piece) && pieces.merge(piece, -1, Integer::sum) >= 0;
  }

  private <T> List<T> both(List<T> old, List<T> young, Function<T, PagePiece> piece) {
    return Stream.concat(
            young.stream().filter(it -> !leftOut.containsKey(piece.apply(it))),
            old.stream().filter(it -> kept.containsKey(piece.apply(it))))
        .toList();
  }
}
