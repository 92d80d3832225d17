package signpost.web.document;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import signpost.web.document.RefusedDocumentException.RefusalReason;

/**
 * Reads an OpenDocument text: its content, and the links in the heads and feet of its pages.
 *
 * @see <a href="https://docs.oasis-open.org/office/OpenDocument/v1.3/">OpenDocument 1.3</a>
 */
public final class OpenTextFile {
  private static final Set<String> KEYS = Set.of("encryption-data", "encrypted-key");

  private OpenTextFile() {}

  /**
   * @throws RefusedDocumentException if it cannot be read, or is larger than what we read
   */
  public static ReadDocument read(byte[] bytes) throws IOException {
    try (ZippedParts parts = ZippedParts.of(bytes)) {
      if (encrypted(parts)) {
        throw new RefusedDocumentException(RefusalReason.ENCRYPTED, "asks for a password");
      }
      if (!parts.has("content.xml")) {
        throw RefusedDocumentException.damaged("there is no text part in it");
      }
      PieceCollector pieces = new PieceCollector();
      OpenTextStyles styles = new OpenTextStyles();
      parts.read("styles.xml", styles);
      parts.read("content.xml", new OpenTextPart("content.xml", styles, pieces, false));
      parts.read("styles.xml", new OpenTextPart("styles.xml", styles, pieces, true));
      OfficeTitle stated = new OfficeTitle();
      parts.read("meta.xml", stated);
      List<DocumentPiece> all = pieces.pieces();
      return new ReadDocument(StatedTitle.of(stated.title(), all), stated.language(), 1, all);
    }
  }

  private static boolean encrypted(ZippedParts parts) throws IOException {
    boolean[] found = {false};
    parts.read(
        "META-INF/manifest.xml",
        new XmlVisitor() {
          @Override
          public void starts(XmlElement element) {
            found[0] |= KEYS.contains(element.name());
          }

          @Override
          public void ends(String name) {}
        });
    return found[0];
  }
}
