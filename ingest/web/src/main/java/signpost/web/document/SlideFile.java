package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.OfficeParts.PartRelation;

/** Reads a deck: slide after slide with its notes; of what lies behind the slides only links. */
public final class SlideFile {
  private static final String MAIN = "ppt/presentation.xml";
  private static final int MOST_BEHIND = 400;

  private final ZippedParts parts;
  private final OfficeParts office;
  private final PieceCollector pieces = new PieceCollector();
  private final Set<String> behind = new LinkedHashSet<>();

  private SlideFile(ZippedParts parts) {
    this.parts = parts;
    this.office = new OfficeParts(parts);
  }

  /**
   * @throws RefusedDocumentException if it cannot be read, or is larger than what we read
   */
  public static ReadDocument read(byte[] bytes) throws IOException {
    try (ZippedParts parts = ZippedParts.of(bytes)) {
      return new SlideFile(parts).read();
    }
  }

  private ReadDocument read() throws IOException {
    String main = office.root("officeDocument").orElse(MAIN);
    if (!parts.has(main)) {
      throw RefusedDocumentException.damaged("there is no presentation part in it");
    }
    List<String> slides = slides(main);
    for (String slide : slides) {
      slide(slide);
    }
    for (String master : List.copyOf(behind)) {
      related(master, "slideMaster").forEach(behind::add);
    }
    for (String part : behind) {
      margins(SlidePart.read(parts, office, part));
    }
    OfficeTitle stated = new OfficeTitle();
    parts.read(office.root("core-properties").orElse("docProps/core.xml"), stated);
    List<DocumentPiece> all = titled(pieces.pieces());
    return new ReadDocument(
        StatedTitle.of(stated.title(), all), stated.language(), Math.max(1, slides.size()), all);
  }

  /** In the order of the show; a slide listed twice is shown once. */
  private List<String> slides(String main) throws IOException {
    List<String> ids = new ArrayList<>();
    parts.read(
        main,
        new XmlVisitor() {
          @Override
          public void starts(XmlElement element) {
            if (element.name().equals("sldId")) {
              ids.add(element.relation("id"));
            }
          }

          @Override
          public void ends(String name) {}
        });
    Map<String, PartRelation> relations = office.relations(main);
    Set<String> slides = new LinkedHashSet<>();
    for (String id : ids) {
      PartRelation slide = relations.get(id);
      if (slide != null && !slide.external() && parts.has(slide.target())) {
        slides.add(slide.target());
      }
    }
    return List.copyOf(slides);
  }

  private void slide(String part) throws IOException {
    for (DocumentPiece piece : SlidePart.read(parts, office, part)) {
      pieces.add(piece);
    }
    for (String notes : related(part, "notesSlide")) {
      for (DocumentPiece piece : SlidePart.read(parts, office, notes)) {
        pieces.add(
            piece.kind() == PieceKind.ITEM
                ? new DocumentPiece(PieceKind.PARAGRAPH, 0, piece.text(), piece.links())
                : piece);
      }
    }
    if (behind.size() < MOST_BEHIND) {
      behind.addAll(related(part, "slideLayout"));
    }
  }

  private List<String> related(String part, String type) throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (PartRelation relation : office.relations(part).values()) {
      if (relation.type().equals(type) && !relation.external() && parts.has(relation.target())) {
        found.put(relation.target(), relation.target());
      }
    }
    return List.copyOf(found.values());
  }

  private void margins(List<DocumentPiece> of) throws IOException {
    for (DocumentPiece piece : of) {
      if (!piece.links().isEmpty()) {
        pieces.add(new DocumentPiece(PieceKind.MARGIN, 0, piece.text(), piece.links()));
      }
    }
  }

  /** The first slide's title is the deck's. */
  private static List<DocumentPiece> titled(List<DocumentPiece> pieces) {
    List<DocumentPiece> titled = new ArrayList<>(pieces);
    for (int i = 0; i < titled.size(); i++) {
      DocumentPiece piece = titled.get(i);
      if (piece.kind() == PieceKind.HEADING) {
        titled.set(i, new DocumentPiece(PieceKind.HEADING, 1, piece.text(), piece.links()));
        break;
      }
    }
    return titled;
  }
}
