package signpost.web.guide;

import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.document.ReadDocument;

/** Turns a guide's page or document into sections and placements. */
public final class GuideImport {
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

  /** A document of any kind, as it has been read. */
  public static ImportedGuide fromDocument(ReadDocument document) {
    return DocumentGuide.of(document);
  }
}
