package signpost.web.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;

/** Counts what the trees judge lines by: the line, its place, what is around it, the page. */
final class BlockFeatures {
  /** Tags that are told apart, by their number; all others are 0. */
  private static final List<String> TAGS =
      List.of(
          "",
          "p",
          "div",
          "li",
          "td",
          "tr",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "section",
          "article",
          "main",
          "body",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "table",
          "tbody",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "header",
          "footer",
          "nav",
          "aside",
          "form",
          "address",
          "details",
          "summary",
          "fieldset",
          "label");

  private static final int LEVELS = 4;
  private static final int LONGEST_TITLE = 1_000;
  private static final int MOST_TWINS = 20;
  private static final int DEEPEST = 60;
  private static final int MOST_ALIKE = 100;

  private final PageTree page;
  private final List<PageBlock> lines;
  private final boolean[] ruled;
  private final List<LineTraits> traits = new ArrayList<>();
  private final int[] words;
  private final BoxCounts counts;
  private final int total;

  BlockFeatures(PageTree page, List<PageBlock> lines, boolean[] ruled) {
    this.page = page;
    this.lines = lines;
    this.ruled = ruled;
    this.words = new int[lines.size()];
    for (int i = 0; i < words.length; i++) {
      traits.add(new LineTraits(lines.get(i).text().text()));
      words[i] = traits.get(i).words();
    }
    this.counts = new BoxCounts(page, lines, words, ruled);
    this.total = Math.max(1, counts.words[0]);
  }

  /** Words of each line. */
  int[] words() {
    return words;
  }

  /** A number for each line; lines that are built alike, as their parts above are, share it. */
  long[] shapes() {
    long[] shapes = new long[words.length];
    for (int i = 0; i < shapes.length; i++) {
      ElementBox box = lines.get(i).box();
      int up = above(box.number);
      shapes[i] =
          (counts.shape[box.number] * 1_000_003L + counts.shape[up]) * 1_000_003L
              + counts.shape[above(up)];
    }
    return shapes;
  }

  private int above(int box) {
    ElementBox parent = page.boxes.get(box).parent;
    return parent == null ? 0 : parent.number;
  }

  /** What is counted about the page alone. */
  FeatureRow ofPage(Document document, boolean article) {
    FeatureRow row = new FeatureRow();
    new PageTraits(page, lines, traits, counts).of(document, article).into(row);
    return row;
  }

  /** One row for each line. */
  List<FeatureRow> rows(Document document, boolean article) {
    PageTraits whole = new PageTraits(page, lines, traits, counts).of(document, article);
    String title =
        ReadableText.cut(ReadableText.oneLine(document.title()), LONGEST_TITLE)
            .toLowerCase(Locale.ROOT);
    Map<String, Integer> twins = new HashMap<>();
    lines.forEach(line -> twins.merge(line.text().text(), 1, Integer::sum));
    int prose = proseBox();
    int h1 = firstTitle();
    int before = 0;
    int heading = -1;
    List<FeatureRow> rows = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      FeatureRow row = new FeatureRow();
      PageBlock line = lines.get(i);
      traits.get(i).into(row, title);
      row.set(BlockFeature.LINK_SHARE, line.linkShare());
      row.set(BlockFeature.KIND, number(line.text().kind()));
      row.set(BlockFeature.LEVEL, line.text().level());
      row.set(BlockFeature.TWINS, Math.min(MOST_TWINS, twins.getOrDefault(line.text().text(), 1)));
      row.set(BlockFeature.FROM_HEADING, heading < 0 ? 99 : i - heading);
      row.set(BlockFeature.IN_PROSE_BOX, page.boxes.get(prose).holds(line.box()));
      row.set(BlockFeature.PROSE_BOX_SHARE, FeatureRow.share(counts.words[prose], total));
      row.set(BlockFeature.RULED, ruled[i]);
      position(row, i, before, h1);
      place(row, line.box());
      around(row, i);
      whole.into(row);
      rows.add(row);
      before += words[i];
      heading = line.isHeading() ? i : heading;
    }
    return rows;
  }

  private static int number(TextBlock.BlockKind kind) {
    return switch (kind) {
      case HEADING -> 0;
      case PARAGRAPH -> 1;
      case ITEM -> 2;
      case ROW -> 3;
    };
  }

  private void position(FeatureRow row, int i, int before, int h1) {
    row.set(BlockFeature.WORDS_BEFORE, FeatureRow.log(before));
    row.set(BlockFeature.WORD_SHARE_BEFORE, FeatureRow.share(before, total));
    row.set(BlockFeature.BLOCK_SHARE_BEFORE, FeatureRow.share(i, words.length));
    row.set(BlockFeature.WORDS_AFTER, FeatureRow.log(Math.max(0, total - before - words[i])));
    row.set(BlockFeature.AFTER_H1, h1 < 0 ? -1 : i > h1 ? 1 : i == h1 ? 0.5 : 0);
    int away = h1 < 0 ? 0 : i - h1;
    row.set(BlockFeature.FROM_H1, Math.signum(away) * FeatureRow.log(Math.abs(away)));
  }

  private void place(FeatureRow row, ElementBox box) {
    int b = box.number;
    row.set(BlockFeature.TAG, tag(b));
    row.set(BlockFeature.PARENT_TAG, box.parent == null ? 0 : tag(above(b)));
    row.set(BlockFeature.HIDDEN, box.hidden);
    row.set(BlockFeature.DEPTH, Math.min(DEEPEST, box.depth));
    counts.into(row, b);
    int up = b;
    for (int level = 0; level < LEVELS; level++) {
      up = above(up);
      row.set(BlockFeature.UP1_WORDS, level * 5, FeatureRow.log(counts.words[up]));
      row.set(BlockFeature.UP1_LINK_SHARE, level * 5, share(counts.linkWords, up));
      row.set(BlockFeature.UP1_RULED, level * 5, share(counts.ruledWords, up));
      row.set(BlockFeature.UP1_PROSE, level * 5, share(counts.proseWords, up));
      row.set(BlockFeature.UP1_BLOCKS, level * 5, FeatureRow.log(counts.blocks[up]));
    }
    int top = counts.branch[b];
    row.set(BlockFeature.BRANCH_TAG, tag(top));
    row.set(BlockFeature.BRANCH_SHARE, FeatureRow.share(counts.words[top], total));
    row.set(BlockFeature.BRANCH_LINK_SHARE, share(counts.linkWords, top));
    row.set(BlockFeature.BRANCH_RULED, share(counts.ruledWords, top));
    row.set(BlockFeature.BRANCH_PROSE, share(counts.proseWords, top));
    repeated(row, counts.repeated[b]);
  }

  private void repeated(FeatureRow row, int box) {
    boolean none = box < 0;
    row.set(BlockFeature.REPEATS, none ? 0 : Math.min(MOST_ALIKE, counts.alike[box]));
    row.set(
        BlockFeature.REPEAT_WORDS,
        none ? 0 : FeatureRow.log(counts.alikeWords[box] / Math.max(1, counts.alike[box])));
    row.set(BlockFeature.REPEAT_SHARE, none ? 0 : FeatureRow.share(counts.alikeWords[box], total));
    row.set(BlockFeature.REPEAT_LINK_SHARE, none ? -1 : share(counts.linkWords, box));
    row.set(BlockFeature.REPEAT_PROSE, none ? -1 : share(counts.proseWords, box));
    row.set(BlockFeature.REPEAT_TAG, none ? 0 : tag(box));
    row.set(BlockFeature.REPEAT_RULED, none ? -1 : share(counts.ruledWords, box));
    row.set(BlockFeature.REPEAT_BLOCKS, none ? -1 : FeatureRow.log(counts.blocks[box]));
  }

  private void around(FeatureRow row, int i) {
    int[] away = {-2, -1, 1, 2};
    for (int n = 0; n < away.length; n++) {
      int at = i + away[n];
      boolean there = at >= 0 && at < words.length;
      row.set(BlockFeature.BEFORE2_WORDS, n * 4, there ? FeatureRow.log(words[at]) : -1);
      row.set(BlockFeature.BEFORE2_LINK_SHARE, n * 4, there ? lines.get(at).linkShare() : -1);
      row.set(BlockFeature.BEFORE2_RULED, n * 4, there ? (ruled[at] ? 1 : 0) : -1);
      row.set(BlockFeature.BEFORE2_HEADING, n * 4, there && lines.get(at).isHeading() ? 1 : 0);
    }
  }

  private double share(int[] part, int box) {
    return FeatureRow.share(part[box], counts.words[box]);
  }

  private int tag(int box) {
    return Math.max(0, TAGS.indexOf(page.boxes.get(box).tag));
  }

  private int firstTitle() {
    for (int i = 0; i < words.length; i++) {
      if (lines.get(i).isHeading() && lines.get(i).text().level() == 1) {
        return i;
      }
    }
    return -1;
  }

  /** The part that holds most words of paragraphs directly. */
  private int proseBox() {
    int[] direct = new int[page.boxes.size()];
    int best = 0;
    for (int i = 0; i < words.length; i++) {
      if (lines.get(i).box().is("p")) {
        int up = above(lines.get(i).box().number);
        direct[up] += words[i];
        best = direct[up] > direct[best] ? up : best;
      }
    }
    return best;
  }
}
