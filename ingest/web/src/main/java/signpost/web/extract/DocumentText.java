package signpost.web.extract;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import signpost.web.document.DocumentLink;
import signpost.web.document.DocumentLink.LinkOrigin;
import signpost.web.document.DocumentLink.OriginKind;
import signpost.web.document.DocumentPiece;
import signpost.web.document.DocumentPiece.PieceKind;
import signpost.web.document.ReadDocument;

/** What the document worker says about one document, and how it is written on the pipe. */
public sealed interface DocumentText {

  /** The document was read. */
  record Text(ReadDocument document) implements DocumentText {}

  /** The document was not read. */
  record DocumentRefused(ReadOutcome.UnreadableReason reason, String detail)
      implements DocumentText {}

  /** As it is written on the pipe. */
  default byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (this) {
      case DocumentRefused refused -> {
        out.writeByte(0);
        write(out, refused.reason.name());
        write(out, refused.detail);
      }
      case Text(ReadDocument document) -> {
        out.writeByte(1);
        write(out, document.title());
        write(out, document.language());
        out.writeInt(document.pages());
        out.writeInt(document.pieces().size());
        for (DocumentPiece piece : document.pieces()) {
          write(out, piece);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, DocumentPiece piece) throws IOException {
    write(out, piece.kind().name());
    out.writeByte(piece.level());
    write(out, piece.text());
    out.writeInt(piece.links().size());
    for (DocumentLink link : piece.links()) {
      write(out, link.href());
      write(out, link.words());
      out.writeBoolean(link.adjoining());
      write(out, link.origin().part());
      write(out, link.origin().kind().name());
      write(out, link.origin().name());
      write(out, link.origin().anchor());
    }
  }

  static DocumentText read(DataInputStream in) throws IOException {
    if (in.readByte() == 0) {
      return new DocumentRefused(ReadOutcome.UnreadableReason.valueOf(string(in)), string(in));
    }
    String title = string(in);
    String language = string(in);
    int pages = in.readInt();
    List<DocumentPiece> pieces = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      PieceKind kind = PieceKind.valueOf(string(in));
      int level = in.readByte();
      String text = string(in);
      List<DocumentLink> links = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        links.add(link(in));
      }
      pieces.add(new DocumentPiece(kind, level, text, links));
    }
    return new Text(new ReadDocument(title, language, pages, pieces));
  }

  private static DocumentLink link(DataInputStream in) throws IOException {
    String href = string(in);
    String words = string(in);
    boolean adjoining = in.readBoolean();
    String part = string(in);
    OriginKind kind = OriginKind.valueOf(string(in));
    return new DocumentLink(
        href, words, adjoining, new LinkOrigin(part, kind, string(in), string(in)));
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String string(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] utf8 = in.readNBytes(length);
    if (utf8.length < length) {
      throw new IOException("the answer ends early");
    }
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
