package signpost.web.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentPiece.PieceKind;

/** Walks through a part of an OpenDocument text. What is deleted is not read. */
final class OpenTextPart implements XmlVisitor {
  private static final Set<String> SKIPPED =
      Set.of("tracked-changes", "note-citation", "sequence-decls", "binary-data");

  private final String part;
  private final OpenTextStyles styles;
  private final PieceCollector pieces;
  private final boolean margin;
  private final Deque<OpenParagraph> paragraphs = new ArrayDeque<>();
  private final Deque<Boolean> links = new ArrayDeque<>();
  private final List<DocumentPiece> waiting = new ArrayList<>();
  private String frame = "";
  private int lists;
  private int skipping;
  private int annotations;
  private boolean contents;

  /** A paragraph being read; notes and text boxes have their own within another. */
  private static final class OpenParagraph {
    private final ParagraphText text = new ParagraphText();
    private final List<DocumentPiece> after = new ArrayList<>();
    private final int heading;
    private final int item;

    OpenParagraph(int heading, int item) {
      this.heading = heading;
      this.item = item;
    }
  }

  /**
   * @param margin whether it stands around the text, so that only its links count
   */
  OpenTextPart(String part, OpenTextStyles styles, PieceCollector pieces, boolean margin) {
    this.part = part;
    this.styles = styles;
    this.pieces = pieces;
    this.margin = margin;
  }

  @Override
  public void starts(XmlElement element) throws IOException {
    if (skipping > 0 || SKIPPED.contains(element.name()) || describes(element)) {
      skipping++;
      return;
    }
    switch (element.name()) {
      case "h" -> opens(Math.clamp(WordStyles.number(element.value("outline-level"), 1), 1, 6));
      case "p" -> opens(element.in(":text:1.0") && title(element) ? 1 : 0);
      case "list" -> lists++;
      case "annotation" -> annotations++;
      case "index-body" -> contents = true;
      case "table-row" -> row(true);
      case "table-cell" -> {
        if (paragraphs.isEmpty()) {
          pieces.opensCell();
        }
      }
      case "a" -> link(element);
      case "area-rectangle", "area-circle", "area-polygon", "button" -> named(element);
      case "frame" -> frame = element.value("name");
      case "style" -> styles.starts(element);
      case "s", "tab", "line-break" ->
          paragraphs.stream().findFirst().ifPresent(it -> it.text.space());
      default -> {
        // how it looks
      }
    }
  }

  /** Who wrote a comment and when, and what a picture shows, stand in the paragraph's element. */
  private static boolean describes(XmlElement element) {
    return element.in("/dc/elements/1.1/")
        || element.in(":svg-compatible:1.0")
        || element.in(":meta:1.0");
  }

  private boolean title(XmlElement element) {
    return styles.isTitle(element.value("style-name"));
  }

  private void opens(int heading) {
    paragraphs.push(new OpenParagraph(heading, heading > 0 ? 0 : Math.min(lists, 9)));
  }

  /** Tables in a text box come with the paragraph that the box is anchored to. */
  private void row(boolean opens) throws IOException {
    if (paragraphs.isEmpty()) {
      if (opens) {
        pieces.opensRow();
      } else {
        pieces.closesRow();
      }
    }
  }

  /** Links around words, or around a picture. */
  private void link(XmlElement element) {
    String href = element.value("href");
    boolean opens = leadsOut(href) && !paragraphs.isEmpty();
    if (opens) {
      paragraphs.element().text.opens(href, LinkOrigin.attribute(part));
    } else if (leadsOut(href)) {
      named(element);
    }
    links.push(opens);
  }

  private void named(XmlElement element) {
    String href = element.value("href");
    if (!leadsOut(href)) {
      return;
    }
    String words =
        element.value("title").isBlank() ? element.value("name") : element.value("title");
    String said = words.isBlank() ? frame : words;
    if (paragraphs.isEmpty()) {
      ParagraphText alone = new ParagraphText();
      alone.link(href, said, LinkOrigin.attribute(part));
      waiting.add(new DocumentPiece(PieceKind.PARAGRAPH, 0, "", alone.links()));
    } else {
      paragraphs.element().text.link(href, said, LinkOrigin.attribute(part));
    }
  }

  /** Addresses that begin with a number sign or lead to parts of the file do not. */
  private static boolean leadsOut(String href) {
    return !href.isBlank() && !href.startsWith("#") && !href.startsWith("./");
  }

  @Override
  public void text(String text) {
    if (skipping == 0 && !paragraphs.isEmpty()) {
      paragraphs.element().text.words(text);
    }
  }

  @Override
  public void ends(String name) throws IOException {
    if (skipping > 0) {
      skipping--;
      return;
    }
    switch (name) {
      case "h", "p" -> paragraph();
      case "list" -> lists--;
      case "annotation" -> annotations--;
      case "index-body" -> contents = false;
      case "table-row" -> row(false);
      case "a" -> {
        if (!links.isEmpty() && links.pop() && !paragraphs.isEmpty()) {
          paragraphs.element().text.closes();
        }
      }
      case "body", "master-styles" -> {
        for (DocumentPiece piece : waiting) {
          add(piece);
        }
        waiting.clear();
      }
      default -> {
        // nothing that holds a link or words
      }
    }
  }

  private void paragraph() throws IOException {
    if (paragraphs.isEmpty()) {
      return;
    }
    OpenParagraph open = paragraphs.pop();
    String text = open.text.text();
    if (contents) {
      text = text.replaceFirst("[\\s.…]*\\d{1,4}$", "");
    }
    boolean heading = open.heading > 0 && !text.isEmpty();
    PieceKind kind =
        heading ? PieceKind.HEADING : open.item > 0 ? PieceKind.ITEM : PieceKind.PARAGRAPH;
    int level = heading ? open.heading : kind == PieceKind.ITEM ? open.item : 0;
    add(
        annotations > 0
            ? new DocumentPiece(PieceKind.MARGIN, 0, text, open.text.links())
            : new DocumentPiece(kind, level, text, open.text.links()));
    for (DocumentPiece piece : open.after) {
      add(piece);
    }
  }

  /** What stands in a text box or note waits for the end of the paragraph it is anchored to. */
  private void add(DocumentPiece piece) throws IOException {
    if (!paragraphs.isEmpty()) {
      paragraphs.element().after.add(piece);
    } else if (!margin) {
      pieces.add(piece);
    } else if (!piece.links().isEmpty()) {
      pieces.add(new DocumentPiece(PieceKind.MARGIN, 0, piece.text(), piece.links()));
    }
  }
}
