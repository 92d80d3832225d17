package signpost.tools.explain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines as {@code wc -l} counts them: they end with a line feed, and a carriage return before it is
 * no part of them. Of an endless line only the first megabyte is kept.
 */
public final class InputLines {
  private static final int LONGEST = 1 << 20;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedReader in;
  private final StringBuilder line = new StringBuilder();
  private boolean first = true;

  public InputLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The next line; empty at the end. */
  public Optional<String> next() throws IOException {
    line.setLength(0);
    int c = in.read();
    if (first && c == BYTE_ORDER_MARK) {
      c = in.read();
    }
    first = false;
    if (c < 0) {
      return Optional.empty();
    }
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() < LONGEST) {
        line.append((char) c);
      }
    }
    int end = line.length();
    return Optional.of(line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end));
  }
}
