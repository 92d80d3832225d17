package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a page in order and writes down blocks and links as a reader meets them. */
final class BlockWalk {
  /**
   * A link as found: address unresolved.
   *
   * @param block the number of the block in which its words begin; −1 where it has none
   * @param closed how many blocks there are before its end
   */
  record WalkedLink(String href, String text, ElementBox box, int block, int closed) {
    RawLink under(String heading) {
      return new RawLink(href, text, heading);
    }
  }

  /** A link under the heading it stands under: address unresolved. */
  record RawLink(String href, String text, String heading) {}

  private static final Set<String> NOT_A_ROW =
      Set.of("table", "div", "p", "ul", "ol", "h2", "h3", "h4");

  final List<PageBlock> blocks = new ArrayList<>();
  final List<WalkedLink> links = new ArrayList<>();
  private final PageTree page;
  private final Predicate<ElementBox> skipped;
  private final StringBuilder line = new StringBuilder();
  private TextBlock.BlockKind kind = TextBlock.BlockKind.PARAGRAPH;
  private int level;
  private int listDepth;
  private @Nullable ElementBox row;
  private @Nullable ElementBox anchor;
  private int anchorStart;
  private int linkEnd;
  private ElementBox at;
  private ElementBox innermost;
  private @Nullable ElementBox first;
  private @Nullable ElementBox start;
  private int anchorBlock = -1;
  private int linkChars;
  private int breaks;
  private DefinitionList definition = DefinitionList.NONE;

  /** How far a definition list has come: its terms are written down with what describes them. */
  private enum DefinitionList {
    NONE,
    TERM,
    TERM_READ,
    DESCRIPTION
  }

  /**
   * @param skipped parts that are not walked, whatever they hold
   */
  BlockWalk(PageTree page, Predicate<ElementBox> skipped) {
    this.page = page;
    this.skipped = skipped;
    this.at = page.root();
    this.innermost = page.root();
  }

  BlockWalk over(ElementBox root) {
    at = root;
    innermost = root;
    for (int i = root.open; i <= root.close; i++) {
      switch (page.tokens.get(i)) {
        case PageTree.Token.OpenBox(ElementBox box) -> {
          if (skipped.test(box) || breaksLine(box)) {
            i = box.close;
          } else {
            open(box);
            innermost = box;
            at = box.isInline() ? at : box;
          }
        }
        case PageTree.Token.TextRun words -> words(words);
        case PageTree.Token.CloseBox(ElementBox box) -> {
          close(box);
          innermost = box.parent == null ? box : box.parent;
          at = box.isInline() ? at : blockAround(box);
        }
      }
    }
    flush();
    return this;
  }

  private ElementBox blockAround(ElementBox box) {
    ElementBox up = box.parent;
    while (up != null && up.isInline()) {
      up = up.parent;
    }
    return up == null ? page.root() : up;
  }

  /** A dropped part amid a line, a row or a definition is no line of its own. */
  private boolean breaksLine(ElementBox box) {
    return box.isDroppedItself()
        && !box.isInline()
        && (row != null
            || definition != DefinitionList.NONE
            || !ReadableText.oneLine(line).isEmpty());
  }

  private void words(PageTree.Token.TextRun words) {
    String text = words.text();
    line.append(text);
    if (ReadableText.saysNothing(text)) {
      return;
    }
    breaks = 0;
    linkChars += words.linked() ? words.chars() : 0;
    if (first == null) {
      first = row == null ? at : row;
      start = innermost;
    }
    if (anchor != null && anchorBlock < 0) {
      anchorBlock = blocks.size();
    }
  }

  private void open(ElementBox box) {
    if (box.link) {
      openLink(box);
    }
    if (box.is("br")) {
      line.append(' ');
      if (++breaks > 1 && row == null) {
        String kept = line.toString();
        flush();
        breaks = ReadableText.saysNothing(kept) ? breaks : 0;
      }
      return;
    }
    if (box.is("img")) {
      if (anchor != null) {
        line.append(' ');
      }
      return;
    }
    if (box.isInline()) {
      return;
    }
    if (row != null) {
      line.append(box.is("td", "th") && !ReadableText.oneLine(line).isEmpty() ? "\u0001" : " ");
      return;
    }
    if (!goesOn(box)) {
      flush();
      start(box);
    }
  }

  /**
   * Two links side by side are two things, though nothing is written between them; one that an
   * editor has cut in two leads to one place.
   */
  private void openLink(ElementBox box) {
    if (!line.isEmpty() && line.length() == linkEnd && !goesOnFrom(links.getLast(), box)) {
      line.append(' ');
    }
    anchor = box;
    anchorBlock = -1;
    anchorStart = line.length();
  }

  private static boolean goesOnFrom(WalkedLink last, ElementBox box) {
    return last.href().equals(box.element.attr("href")) && !box.element.hasAttr("download");
  }

  /** Whether the line goes on: a term's description, and its first paragraph, stand beside it. */
  private boolean goesOn(ElementBox box) {
    boolean plain = box.is("p", "div");
    return switch (definition) {
      case NONE -> false;
      case TERM -> plain;
      case TERM_READ, DESCRIPTION -> {
        boolean another = box.is("dt") && definition == DefinitionList.TERM_READ;
        if (box.is("dd")) {
          line.append('\u0001');
          kind = TextBlock.BlockKind.ROW;
          level = 0;
          definition = DefinitionList.DESCRIPTION;
        } else if (another) {
          line.append(", ");
          definition = DefinitionList.TERM;
        }
        yield box.is("dd") || another || (plain && line.charAt(line.length() - 1) == '\u0001');
      }
    };
  }

  private void start(ElementBox box) {
    if (box.isHeading()) {
      kind = TextBlock.BlockKind.HEADING;
      level = box.tag.charAt(1) - '0';
    } else if (box.is("ul", "ol")) {
      listDepth++;
    } else if (box.is("li", "dt", "dd")) {
      kind = TextBlock.BlockKind.ITEM;
      level = Math.max(1, listDepth);
      definition = box.is("dt") ? DefinitionList.TERM : DefinitionList.NONE;
    } else if (box.is("tr") && isPlainRow(box)) {
      kind = TextBlock.BlockKind.ROW;
      level = 0;
      row = box;
    }
  }

  /** A row whose cells hold whole paragraphs is layout, not data. */
  private boolean isPlainRow(ElementBox row) {
    int inner = 0;
    for (int i = row.open + 1; i < row.close; i++) {
      if (page.tokens.get(i) instanceof PageTree.Token.OpenBox(ElementBox box)
          && !skipped.test(box)
          && NOT_A_ROW.contains(box.tag)
          && (box.is("table") || box.chars > 200)) {
        inner++;
      }
      if (page.tokens.get(i) instanceof PageTree.Token.OpenBox(ElementBox box) && box.marked) {
        inner++;
      }
    }
    return inner == 0 && row.chars < 2000;
  }

  private void close(ElementBox box) {
    if (box == anchor) {
      link(box);
      anchor = null;
      linkEnd = line.length();
    }
    if (box.isInline() || box.is("br")) {
      return;
    }
    if (row != null) {
      if (box == row) {
        flush();
        row = null;
      } else {
        line.append(' ');
      }
      return;
    }
    if (definition != DefinitionList.NONE && staysOpen(box)) {
      return;
    }
    flush();
    if (box.is("ul", "ol")) {
      listDepth = Math.max(0, listDepth - 1);
    }
    if (box.is("li", "dt", "dd") || box.isHeading()) {
      kind = TextBlock.BlockKind.PARAGRAPH;
      level = 0;
    }
  }

  /** Whether the line stays open when this ends, for a description may follow. */
  private boolean staysOpen(ElementBox box) {
    if (box.is("dt")) {
      definition =
          ReadableText.oneLine(line).isEmpty() ? DefinitionList.NONE : DefinitionList.TERM_READ;
      return definition == DefinitionList.TERM_READ;
    }
    return box.is("dd") || (definition == DefinitionList.TERM && box.is("p", "div"));
  }

  private void link(ElementBox box) {
    int from = Math.min(anchorStart, line.length());
    String text = ReadableText.oneLine(line.substring(from).replace('\u0001', ' '));
    if (text.isEmpty()) {
      text = ReadableText.oneLine(box.element.text());
    }
    if (text.isEmpty()) {
      var image = box.element.selectFirst("img[alt]");
      text =
          image == null
              ? ReadableText.oneLine(box.element.attr("aria-label"))
              : ReadableText.oneLine(image.attr("alt"));
    }
    links.add(new WalkedLink(box.element.attr("href"), text, box, anchorBlock, blocks.size()));
  }

  private void flush() {
    boolean term = definition == DefinitionList.TERM || definition == DefinitionList.TERM_READ;
    definition = DefinitionList.NONE;
    if (line.isEmpty()) {
      return;
    }
    String text = cells(line.toString());
    ElementBox box = first == null ? at : first;
    ElementBox begins = start == null ? box : start;
    int linked = linkChars;
    line.setLength(0);
    anchorStart = 0;
    linkEnd = 0;
    first = null;
    start = null;
    linkChars = 0;
    if (text.isEmpty()) {
      return;
    }
    blocks.add(new PageBlock(new TextBlock(kind, level, text), box, begins, linked));
    if (kind == TextBlock.BlockKind.ROW) {
      kind = TextBlock.BlockKind.PARAGRAPH;
    } else if (term) { // which nothing describes
      kind = TextBlock.BlockKind.PARAGRAPH;
      level = 0;
    }
  }

  private static String cells(String raw) {
    if (raw.indexOf('\u0001') < 0) {
      return ReadableText.oneLine(raw);
    }
    StringBuilder row = new StringBuilder();
    for (String cell : raw.split("\u0001", -1)) {
      String text = ReadableText.oneLine(cell);
      if (!text.isEmpty()) {
        row.append(row.isEmpty() ? "" : "\t").append(text);
      }
    }
    return row.toString();
  }
}
