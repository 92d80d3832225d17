package signpost.web.extract;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import signpost.web.extract.BlockWalk.RawLink;

/** What the document worker says about one document, and how it is written on the pipe. */
sealed interface DocumentText {

  /** The document was read. */
  record Text(String title, String language, int pages, List<TextBlock> blocks, List<RawLink> links)
      implements DocumentText {}

  /** The document was not read. */
  record DocumentRefused(ReadOutcome.UnreadableReason reason, String detail)
      implements DocumentText {}

  default byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (this) {
      case DocumentRefused refused -> {
        out.writeByte(0);
        write(out, refused.reason.name());
        write(out, refused.detail);
      }
      case Text text -> {
        out.writeByte(1);
        write(out, text.title);
        write(out, text.language);
        out.writeInt(text.pages);
        out.writeInt(text.blocks.size());
        for (TextBlock block : text.blocks) {
          write(out, block.kind().name());
          out.writeByte(block.level());
          write(out, block.text());
        }
        out.writeInt(text.links.size());
        for (RawLink link : text.links) {
          write(out, link.href());
          write(out, link.text());
          write(out, link.heading());
        }
      }
    }
    return bytes.toByteArray();
  }

  static DocumentText read(DataInputStream in) throws IOException {
    if (in.readByte() == 0) {
      return new DocumentRefused(ReadOutcome.UnreadableReason.valueOf(string(in)), string(in));
    }
    String title = string(in);
    String language = string(in);
    int pages = in.readInt();
    List<TextBlock> blocks = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      TextBlock.BlockKind kind = TextBlock.BlockKind.valueOf(string(in));
      int level = in.readByte();
      blocks.add(new TextBlock(kind, level, string(in)));
    }
    List<RawLink> links = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      links.add(new RawLink(string(in), string(in), string(in)));
    }
    return new Text(title, language, pages, blocks, links);
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
