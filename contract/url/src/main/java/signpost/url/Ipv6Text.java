package signpost.url;

import java.util.Optional;

/** IPv6 addresses as the WHATWG URL standard reads and writes them. */
final class Ipv6Text {
  private static final int PIECES = 8;

  private final String text;
  private final int[] pieces = new int[PIECES];
  private int at;
  private int piece;
  private int compress = -1;

  private Ipv6Text(String text) {
    this.text = text;
  }

  /** The address in its shortest form, without brackets. */
  static Optional<String> parse(String text) {
    var parser = new Ipv6Text(text);
    return parser.read() ? Optional.of(parser.write()) : Optional.empty();
  }

  private int c() {
    return at < text.length() ? text.charAt(at) : -1;
  }

  private boolean read() {
    if (c() == ':') {
      if (!text.startsWith("::")) {
        return false;
      }
      at += 2;
      compress = ++piece;
    }
    while (c() >= 0) {
      if (piece == PIECES || !readPiece()) {
        return false;
      }
    }
    return expand();
  }

  private boolean readPiece() {
    if (c() == ':') {
      if (compress >= 0) {
        return false;
      }
      at++;
      compress = ++piece;
      return true;
    }
    int start = at;
    int value = 0;
    while (at - start < 4 && hexDigit(c()) >= 0) {
      value = value * 16 + hexDigit(c());
      at++;
    }
    if (c() == '.') {
      at = start;
      return at < text.length() && piece <= 6 && readIpv4();
    }
    if (c() == ':') {
      at++;
      if (c() < 0) {
        return false;
      }
    } else if (c() >= 0) {
      return false;
    }
    pieces[piece++] = value;
    return true;
  }

  private boolean readIpv4() {
    int seen = 0;
    while (c() >= 0) {
      if (seen > 0) {
        if (c() != '.' || seen == 4) {
          return false;
        }
        at++;
      }
      int number = readByte();
      if (number < 0) {
        return false;
      }
      pieces[piece] = pieces[piece] * 256 + number;
      seen++;
      if (seen == 2 || seen == 4) {
        piece++;
      }
    }
    return seen == 4;
  }

  private int readByte() {
    int number = -1;
    while (UrlParts.asciiDigit(c())) {
      if (number == 0) {
        return -1;
      }
      number = Math.max(number, 0) * 10 + c() - '0';
      if (number > 255) {
        return -1;
      }
      at++;
    }
    return number;
  }

  private boolean expand() {
    if (compress < 0) {
      return piece == PIECES;
    }
    int tail = piece - compress;
    for (int i = 1; i <= tail; i++) {
      int from = compress + tail - i;
      int to = PIECES - i;
      if (to != from) {
        pieces[to] = pieces[from];
        pieces[from] = 0;
      }
    }
    return true;
  }

  private static int hexDigit(int c) {
    return c < 0 || c > 0x7F ? -1 : Character.digit(c, 16);
  }

  /** The longest run of two or more zero pieces becomes {@code ::}. */
  private String write() {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < PIECES; i++) {
      int length = 0;
      while (i + length < PIECES && pieces[i + length] == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
      i += Math.max(length - 1, 0);
    }
    var out = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      if (i == best) {
        out.append(i == 0 ? "::" : ":");
        i += bestLength - 1;
        continue;
      }
      out.append(Integer.toHexString(pieces[i])).append(i == PIECES - 1 ? "" : ":");
    }
    return out.toString();
  }
}
