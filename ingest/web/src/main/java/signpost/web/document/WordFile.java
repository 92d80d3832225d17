package signpost.web.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.OfficeParts.PartRelation;
import signpost.web.document.WordEvent.BoxKind;

/**
 * Reads a Word file: its body, each note behind the paragraph that refers to it, and its margins.
 */
public final class WordFile {
  private static final List<String> NOTES = List.of("footnotes", "endnotes");
  private static final List<String> MARGINS = List.of("header", "footer", "comments");
  private static final List<String> BODIES = List.of("word/document.xml", "word/document2.xml");

  private final ZippedParts parts;
  private final OfficeParts office;
  private final PieceCollector pieces = new PieceCollector();
  private final Map<String, List<DocumentPiece>> notes = new LinkedHashMap<>();
  private WordStyles styles = WordStyles.NONE;

  private WordFile(ZippedParts parts) {
    this.parts = parts;
    this.office = new OfficeParts(parts);
  }

  /**
   * @throws RefusedDocumentException if it cannot be read, or is larger than what we read
   */
  public static ReadDocument read(byte[] bytes) throws IOException {
    try (ZippedParts parts = ZippedParts.of(bytes)) {
      return new WordFile(parts).read();
    }
  }

  private ReadDocument read() throws IOException {
    String body = body();
    Map<String, PartRelation> relations = office.relations(body);
    Optional<String> styled = related(relations, "styles").stream().findFirst();
    if (styled.isPresent()) {
      styles = WordStyles.of(parts, styled.get());
    }
    for (String kind : NOTES) {
      for (String part : related(relations, kind)) {
        walk(part, new NoteReader(part)::meets);
      }
    }
    walk(body, event -> meets(body, event));
    for (List<DocumentPiece> unreferred : notes.values()) {
      addAll(unreferred);
    }
    for (String kind : MARGINS) {
      for (String part : related(relations, kind)) {
        walk(part, this::margin);
      }
    }
    OfficeTitle stated = new OfficeTitle();
    parts.read(office.root("core-properties").orElse("docProps/core.xml"), stated);
    List<DocumentPiece> all = pieces.pieces();
    return new ReadDocument(StatedTitle.of(stated.title(), all), stated.language(), 1, all);
  }

  private String body() throws IOException {
    Optional<String> named = office.root("officeDocument");
    return named
        .or(() -> BODIES.stream().filter(parts::has).findFirst())
        .orElseThrow(() -> RefusedDocumentException.damaged("there is no text part in it"));
  }

  private List<String> related(Map<String, PartRelation> relations, String type) {
    return relations.values().stream()
        .filter(it -> it.type().equals(type) && !it.external() && parts.has(it.target()))
        .map(PartRelation::target)
        .distinct()
        .toList();
  }

  private void walk(String part, WordPart.WordReader reader) throws IOException {
    WordPart.walk(parts, part, styles, (id, anchor) -> office.link(part, id, anchor), reader);
  }

  private void meets(String part, WordEvent event) throws IOException {
    switch (event) {
      case WordEvent.Opens(BoxKind kind, _) -> {
        if (kind == BoxKind.ROW) {
          pieces.opensRow();
        } else if (kind == BoxKind.CELL) {
          pieces.opensCell();
        }
      }
      case WordEvent.Closes(BoxKind kind) -> {
        if (kind == BoxKind.ROW) {
          pieces.closesRow();
        }
      }
      case WordEvent.Words(WordParagraph paragraph) -> {
        pieces.add(piece(paragraph));
        for (String id : paragraph.beside().diagrams()) {
          PartRelation diagram = office.relations(part).get(id);
          if (diagram != null && !diagram.external()) {
            addAll(DiagramText.read(parts, office, diagram.target()));
          }
        }
        for (String id : paragraph.beside().notes()) {
          List<DocumentPiece> note = notes.remove(id);
          addAll(note == null ? List.of() : note);
        }
      }
    }
  }

  private void addAll(List<DocumentPiece> more) throws RefusedDocumentException {
    for (DocumentPiece piece : more) {
      pieces.add(piece);
    }
  }

  private static DocumentPiece piece(WordParagraph paragraph) {
    PieceKind kind =
        paragraph.heading() > 0
            ? PieceKind.HEADING
            : paragraph.item() > 0 ? PieceKind.ITEM : PieceKind.PARAGRAPH;
    int level = Math.max(paragraph.heading(), kind == PieceKind.ITEM ? paragraph.item() : 0);
    return new DocumentPiece(kind, level, paragraph.text(), paragraph.links());
  }

  private void margin(WordEvent event) throws IOException {
    if (event instanceof WordEvent.Words(WordParagraph paragraph) && !paragraph.links().isEmpty()) {
      pieces.add(new DocumentPiece(PieceKind.MARGIN, 0, paragraph.text(), paragraph.links()));
    }
  }

  /** Keeps notes until somebody refers to them. */
  private final class NoteReader {
    private final String part;
    private List<DocumentPiece> note = new ArrayList<>();
    private int chars;

    NoteReader(String part) {
      this.part = part;
    }

    void meets(WordEvent event) throws IOException {
      switch (event) {
        case WordEvent.Opens(BoxKind kind, String id) -> {
          if (kind == BoxKind.NOTE) {
            note = notes.computeIfAbsent(id, _ -> new ArrayList<>());
          }
        }
        case WordEvent.Words(WordParagraph paragraph) -> {
          note.add(piece(paragraph));
          chars += paragraph.text().length();
          if (chars > PieceCollector.MOST_CHARS) {
            throw RefusedDocumentException.tooBig("too many notes in " + part);
          }
        }
        case WordEvent.Closes _ -> {
          // what follows is another note
        }
      }
    }
  }
}
