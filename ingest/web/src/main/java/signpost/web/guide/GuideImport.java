package signpost.web.guide;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * Turns a guide's page or document into sections and placements. The documents are untrusted and
 * parsed in this process: only a process that does nothing else may call it for them.
 */
public final class GuideImport {
  private static final int LARGEST = 50 << 20;

  private GuideImport() {}

  /**
   * A page. Whatever the bytes are, they are read as browsers read HTML.
   *
   * @param contentType the value of the header, for the charset
   * @param base where the page was, for relative links
   */
  public static ImportedGuide fromHtml(byte[] bytes, Optional<String> contentType, WebUrl base) {
    return HtmlGuide.read(bytes, contentType, Optional.of(base));
  }

  /** A saved page: relative links are understood only if it says where it was. */
  public static ImportedGuide fromSavedHtml(byte[] bytes) {
    return HtmlGuide.read(bytes, Optional.empty(), Optional.empty());
  }

  /**
   * A Word document (.docx).
   *
   * @throws IOException if it cannot be read, with a sentence that says why
   */
  public static ImportedGuide fromDocx(InputStream in) throws IOException {
    return DocxGuide.read(in);
  }

  /**
   * A PDF.
   *
   * @throws IOException if it cannot be read, with a sentence that says why
   */
  public static ImportedGuide fromPdf(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IOException("It is larger than 50 MiB.");
    }
    return PdfGuide.read(bytes);
  }
}
