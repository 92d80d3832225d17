package signpost.sample.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files of the sample web that lie beside this class. */
final class SampleFiles {
  private SampleFiles() {}

  static String read(String name) {
    try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The sample web lacks its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
