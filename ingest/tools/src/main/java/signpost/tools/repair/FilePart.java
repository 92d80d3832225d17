package signpost.tools.repair;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import signpost.web.extract.CharsetDetector;
import signpost.web.extract.CharsetDetector.DecodedText;

/** A text in its bytes, of which some can be replaced and all others stay. */
final class FilePart {
  private static final int CHUNK = 8192;

  private final byte[] bytes;
  private final DecodedText decoded;

  /** Other characters between two offsets of the text. */
  record TextEdit(int from, int to, String written) {}

  private FilePart(byte[] bytes, DecodedText decoded) {
    this.bytes = bytes;
    this.decoded = decoded;
  }

  static FilePart of(byte[] bytes) {
    return new FilePart(bytes, CharsetDetector.decoded(bytes, Optional.empty()));
  }

  String text() {
    return decoded.text();
  }

  /**
   * The bytes with the edits made.
   *
   * @throws RefusedException if bytes and text cannot be matched
   */
  byte[] with(List<TextEdit> edits) throws RefusedException {
    List<TextEdit> sorted = edits.stream().sorted(Comparator.comparingInt(TextEdit::from)).toList();
    var out = new ByteArrayOutputStream(bytes.length + 256);
    var places = new ByteOffsets();
    int done = 0;
    for (TextEdit edit : sorted) {
      int from = places.of(edit.from());
      int to = places.of(edit.to());
      String there = new String(bytes, from, to - from, decoded.charset());
      if (from < done || !there.equals(text().substring(edit.from(), edit.to()))) {
        throw new RefusedException("Its characters cannot be told apart; save it as UTF-8.");
      }
      out.write(bytes, done, from - done);
      out.writeBytes(edit.written().getBytes(decoded.charset()));
      done = to;
    }
    out.write(bytes, done, bytes.length - done);
    return out.toByteArray();
  }

  /** Turns offsets of the text, in order, into those of the bytes. */
  private final class ByteOffsets {
    private final ByteBuffer in =
        ByteBuffer.wrap(bytes, decoded.mark(), bytes.length - decoded.mark());
    private final CharBuffer out = CharBuffer.allocate(CHUNK);
    private final CharsetDecoder decoder =
        decoded
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private int at;

    int of(int offset) throws RefusedException {
      while (at < offset) {
        out.clear().limit(Math.min(CHUNK, offset - at));
        var _ = decoder.decode(in, out, true);
        if (out.position() == 0) {
          throw new RefusedException("Its characters cannot be told apart; save it as UTF-8.");
        }
        at += out.position();
      }
      return in.position();
    }
  }
}
