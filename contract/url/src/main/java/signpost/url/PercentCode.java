package signpost.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding as the WHATWG URL standard defines it, one set for each part of a URL. */
enum PercentCode {
  /** Opaque paths and opaque hosts. */
  CONTROL(""),
  FRAGMENT(" \"<>`"),
  QUERY(" \"#<>"),
  SPECIAL_QUERY(" \"#<>'"),
  PATH(" \"#<>?^`{}"),
  USERINFO(" \"#<>?^`{}/:;=@[\\]|");

  private static final String HEX = "0123456789ABCDEF";

  private final String encoded;

  PercentCode(String encoded) {
    this.encoded = encoded;
  }

  private boolean encodes(int codePoint) {
    return codePoint <= 0x1F || codePoint > 0x7E || encoded.indexOf(codePoint) >= 0;
  }

  void append(StringBuilder out, int codePoint) {
    if (!encodes(codePoint)) {
      out.appendCodePoint(codePoint);
      return;
    }
    for (byte b : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.charAt((b >> 4) & 0xF)).append(HEX.charAt(b & 0xF));
    }
  }

  String encode(CharSequence text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  /** What stands behind the escapes, read as UTF-8; malformed escapes stay as they are. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] in = text.getBytes(StandardCharsets.UTF_8);
    var out = new ByteArrayOutputStream(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%' && i + 2 < in.length && digit(in[i + 1]) >= 0 && digit(in[i + 2]) >= 0) {
        out.write((digit(in[i + 1]) << 4) | digit(in[i + 2]));
        i += 2;
      } else {
        out.write(in[i]);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static int digit(byte b) {
    return b < 0 ? -1 : Character.digit((char) b, 16);
  }
}
