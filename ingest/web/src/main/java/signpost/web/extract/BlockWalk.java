package signpost.web.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks the chosen boxes in order and writes down blocks and links as a reader meets them. */
final class BlockWalk {
  /** A link as found: address unresolved. */
  record Found(String href, String text, String heading) {}

  private static final Set<String> NOT_A_ROW =
      Set.of("table", "div", "p", "ul", "ol", "h2", "h3", "h4");

  final List<Block> blocks = new ArrayList<>();
  final List<Found> links = new ArrayList<>();
  private final PageTree page;
  private final StringBuilder line = new StringBuilder();
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int level;
  private int listDepth;
  private @Nullable Box row;
  private @Nullable Box anchor;
  private int anchorStart;
  private String heading = "";
  private int breaks;
  private Definition definition = Definition.NONE;

  /** How far a definition list has come: its terms are written down with what describes them. */
  private enum Definition {
    NONE,
    TERM,
    TERM_READ,
    DESCRIPTION
  }

  BlockWalk(PageTree page) {
    this.page = page;
  }

  BlockWalk over(List<Box> roots) {
    for (Box root : roots) {
      walk(root);
      flush();
    }
    return this;
  }

  private void walk(Box root) {
    for (int i = root.open; i <= root.close; i++) {
      switch (page.tokens.get(i)) {
        case PageTree.Token.Open(Box box) -> {
          if (box.dropped) {
            i = box.close;
          } else {
            open(box);
          }
        }
        case PageTree.Token.Words words -> words(words.text());
        case PageTree.Token.Close(Box box) -> close(box);
      }
    }
  }

  private void words(String text) {
    line.append(text);
    if (breaks > 0 && !text.isBlank()) {
      breaks = 0;
    }
  }

  private void open(Box box) {
    if (box.link) {
      anchor = box;
      anchorStart = line.length();
    }
    if (box.is("br")) {
      line.append(' ');
      if (++breaks > 1 && row == null) {
        String kept = line.toString();
        flush();
        breaks = kept.isBlank() ? breaks : 0;
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
      line.append(box.is("td", "th") && !Text.oneLine(line).isEmpty() ? "\u0001" : " ");
      return;
    }
    if (!goesOn(box)) {
      flush();
      start(box);
    }
  }

  /** Whether the line goes on: a term's description, and its first paragraph, stand beside it. */
  private boolean goesOn(Box box) {
    boolean plain = box.is("p", "div");
    return switch (definition) {
      case NONE -> false;
      case TERM -> plain;
      case TERM_READ, DESCRIPTION -> {
        boolean another = box.is("dt") && definition == Definition.TERM_READ;
        if (box.is("dd")) {
          line.append('\u0001');
          kind = Block.Kind.ROW;
          level = 0;
          definition = Definition.DESCRIPTION;
        } else if (another) {
          line.append(", ");
          definition = Definition.TERM;
        }
        yield box.is("dd") || another || (plain && line.charAt(line.length() - 1) == '\u0001');
      }
    };
  }

  private void start(Box box) {
    if (box.isHeading()) {
      kind = Block.Kind.HEADING;
      level = box.tag.charAt(1) - '0';
    } else if (box.is("ul", "ol")) {
      listDepth++;
    } else if (box.is("li", "dt", "dd")) {
      kind = Block.Kind.ITEM;
      level = Math.max(1, listDepth);
      definition = box.is("dt") ? Definition.TERM : Definition.NONE;
    } else if (box.is("tr") && isPlainRow(box)) {
      kind = Block.Kind.ROW;
      level = 0;
      row = box;
    }
  }

  /** A row whose cells hold whole paragraphs is layout, not data. */
  private boolean isPlainRow(Box row) {
    int inner = 0;
    for (int i = row.open + 1; i < row.close; i++) {
      if (page.tokens.get(i) instanceof PageTree.Token.Open(Box box)
          && !box.dropped
          && NOT_A_ROW.contains(box.tag)
          && (box.is("table") || box.chars > 200)) {
        inner++;
      }
    }
    return inner == 0 && row.chars < 2000;
  }

  private void close(Box box) {
    if (box == anchor) {
      link(box);
      anchor = null;
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
    if (definition != Definition.NONE && staysOpen(box)) {
      return;
    }
    flush();
    if (box.is("ul", "ol")) {
      listDepth = Math.max(0, listDepth - 1);
    }
    if (box.is("li", "dt", "dd") || box.isHeading()) {
      kind = Block.Kind.PARAGRAPH;
      level = 0;
    }
  }

  /** Whether the line stays open when this ends, for a description may follow. */
  private boolean staysOpen(Box box) {
    if (box.is("dt")) {
      definition = Text.oneLine(line).isEmpty() ? Definition.NONE : Definition.TERM_READ;
      return definition == Definition.TERM_READ;
    }
    return box.is("dd") || (definition == Definition.TERM && box.is("p", "div"));
  }

  private void link(Box box) {
    int from = Math.min(anchorStart, line.length());
    String text = Text.oneLine(line.substring(from).replace('\u0001', ' '));
    if (text.isEmpty()) {
      text = Text.oneLine(box.element.text());
    }
    if (text.isEmpty()) {
      var image = box.element.selectFirst("img[alt]");
      text =
          image == null
              ? Text.oneLine(box.element.attr("aria-label"))
              : Text.oneLine(image.attr("alt"));
    }
    links.add(new Found(box.element.attr("href"), text, heading));
  }

  private void flush() {
    boolean term = definition == Definition.TERM || definition == Definition.TERM_READ;
    definition = Definition.NONE;
    if (line.isEmpty()) {
      return;
    }
    String text = cells(line.toString());
    line.setLength(0);
    anchorStart = 0;
    if (text.isEmpty()) {
      return;
    }
    if (kind == Block.Kind.HEADING) {
      heading = text;
    }
    blocks.add(new Block(kind, level, text));
    if (kind == Block.Kind.ROW) {
      kind = Block.Kind.PARAGRAPH;
    } else if (term) { // which nothing describes
      kind = Block.Kind.PARAGRAPH;
      level = 0;
    }
  }

  private static String cells(String raw) {
    if (raw.indexOf('\u0001') < 0) {
      return Text.oneLine(raw);
    }
    StringBuilder row = new StringBuilder();
    for (String cell : raw.split("\u0001", -1)) {
      String text = Text.oneLine(cell);
      if (!text.isEmpty()) {
        row.append(row.isEmpty() ? "" : "\t").append(text);
      }
    }
    return row.toString();
  }
}
