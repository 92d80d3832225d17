package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.OfficeParts.PartRelation;

/**
 * Walks through a part of a deck, or a diagram in any Office file: its title, then the text of its
 * shapes in the order they lie on the slide.
 */
final class SlidePart implements XmlVisitor {
  private static final Set<String> TITLES = Set.of("title", "ctrTitle");
  private static final Set<String> MARGINS = Set.of("sldNum", "dt", "ftr", "hdr", "sldImg");
  private static final Set<String> PLAIN = Set.of("subTitle", "none");
  private static final int WORDS = 300;

  private final ZippedParts parts;
  private final OfficeParts office;
  private final String part;
  private final PieceCollector body = new PieceCollector();
  private final List<DocumentPiece> titles = new ArrayList<>();
  private final Set<String> diagrams = new HashSet<>();

  private @Nullable ParagraphText paragraph;
  private String placeholder = "none";
  private String description = "";
  private String shapeLink = "";
  private String runLink = "";
  private final StringBuilder shapeWords = new StringBuilder();
  private boolean inShape;
  private boolean inRun;
  private boolean inText;
  private boolean stamp;
  private int level;
  private int bullet;

  private SlidePart(ZippedParts parts, OfficeParts office, String part) {
    this.parts = parts;
    this.office = office;
    this.part = part;
  }

  static List<DocumentPiece> read(ZippedParts parts, OfficeParts office, String part)
      throws IOException {
    SlidePart slide = new SlidePart(parts, office, part);
    parts.read(part, slide);
    List<DocumentPiece> all = new ArrayList<>(slide.titles);
    all.addAll(slide.body.pieces());
    return all;
  }

  @Override
  public void starts(XmlElement element) throws IOException {
    switch (element.name()) {
      case "sp", "pic", "graphicFrame", "grpSp", "cxnSp" -> shape(element.name().equals("sp"));
      case "ph" -> placeholder = element.value("type").isEmpty() ? "obj" : element.value("type");
      case "cNvPr" ->
          description =
              element.value("descr").isBlank() ? element.value("title") : element.value("descr");
      case "hlinkClick", "hlinkHover", "hlinkMouseOver" -> link(element.relation("id"));
      case "tr" -> body.opensRow();
      case "tc" -> body.opensCell();
      case "p" -> {
        paragraph = new ParagraphText();
        level = 0;
        bullet = 0;
      }
      case "r", "fld" -> {
        inRun = true;
        runLink = "";
        stamp = element.value("type").matches("slidenum|datetime.*");
      }
      case "relIds" -> diagram(element.relation("dm"));
      default -> detail(element);
    }
  }

  private void detail(XmlElement element) throws IOException {
    ParagraphText open = paragraph;
    if (open == null) {
      return;
    }
    switch (element.name()) {
      case "pPr" -> level = WordStyles.number(element.value("lvl"), 0);
      case "buNone" -> bullet = -1;
      case "buChar", "buAutoNum", "buBlip" -> bullet = 1;
      case "br", "tab" -> open.space();
      case "t" -> {
        inText = true;
        Optional<DocumentLink> link = office.link(part, runLink, "");
        link.ifPresent(it -> open.opens(it.href(), it.origin()));
      }
      default -> {
        // how it looks
      }
    }
  }

  private void shape(boolean withText) {
    inShape = withText;
    placeholder = "none";
    description = "";
    shapeLink = "";
    shapeWords.setLength(0);
  }

  /** A run's link stands before its words, a shape's before all of them. */
  private void link(String id) throws IOException {
    ParagraphText open = paragraph;
    if (open != null && inRun) {
      runLink = id;
    } else if (open == null && inShape) {
      shapeLink = id;
    } else {
      add(id, description);
    }
  }

  private void add(String id, String words) throws IOException {
    Optional<DocumentLink> link = office.link(part, id, "");
    if (link.isPresent()) {
      DocumentLink it = link.get();
      body.add(
          new DocumentPiece(
              PieceKind.PARAGRAPH,
              0,
              "",
              List.of(new DocumentLink(it.href(), words, false, it.origin()))));
    }
  }

  /** A diagram that holds another is nobody's. */
  private void diagram(String id) throws IOException {
    if (DiagramText.is(part)) {
      return;
    }
    PartRelation data = office.relations(part).get(id);
    if (data != null && !data.external() && diagrams.add(id) && diagrams.size() < 200) {
      for (DocumentPiece piece : DiagramText.read(parts, office, data.target())) {
        body.add(piece);
      }
    }
  }

  @Override
  public void text(String text) {
    ParagraphText open = paragraph;
    if (inText && !stamp && open != null) {
      open.words(text);
      if (shapeWords.length() < WORDS) {
        shapeWords.append(text);
      }
    }
  }

  @Override
  public void ends(String name) throws IOException {
    ParagraphText open = paragraph;
    switch (name) {
      case "t" -> {
        inText = false;
        if (open != null && !runLink.isEmpty()) {
          open.closes();
          runLink = "";
        }
      }
      case "r", "fld" -> {
        inRun = false;
        stamp = false;
        if (!runLink.isEmpty()) {
          add(runLink, "");
          runLink = "";
        }
      }
      case "p" -> {
        if (open != null) {
          paragraph = null;
          paragraph(open);
        }
      }
      case "tr" -> body.closesRow();
      case "sp" -> {
        if (!shapeLink.isEmpty()) {
          String words = shapeWords.toString().strip();
          add(shapeLink, words.isEmpty() ? description : words);
        }
        shape(false);
      }
      default -> {
        // nothing that holds a link or words
      }
    }
  }

  private void paragraph(ParagraphText open) throws IOException {
    String text = open.text();
    if (shapeWords.length() > 0) {
      shapeWords.append(' ');
    }
    if (TITLES.contains(placeholder) && !text.isEmpty()) {
      titles.add(new DocumentPiece(PieceKind.HEADING, 2, text, open.links()));
    } else if (MARGINS.contains(placeholder)) {
      body.add(new DocumentPiece(PieceKind.MARGIN, 0, text, open.links()));
    } else {
      boolean item = bullet > 0 || (bullet == 0 && !PLAIN.contains(placeholder));
      body.add(
          item
              ? new DocumentPiece(PieceKind.ITEM, Math.min(level, 8) + 1, text, open.links())
              : new DocumentPiece(PieceKind.PARAGRAPH, 0, text, open.links()));
    }
  }
}
