package signpost.web.document;

/**
 * A link of a document.
 *
 * @param href as written, with the place it names in what it leads to
 * @param words those it stands under; for a picture its description. May be empty
 * @param adjoining whether no blank parts its words from those of a link to elsewhere
 */
public record DocumentLink(String href, String words, boolean adjoining, LinkOrigin origin) {

  /**
   * Where in the file the address is written.
   *
   * @param part the name of the part, such as {@code word/document.xml}; empty in a PDF
   * @param name the relationship's id, or the number of the field in its part, from 0
   * @param anchor the place of the page where it is written apart from the address; may be empty
   */
  public record LinkOrigin(String part, OriginKind kind, String name, String anchor) {
    /** An address that is the value of an attribute in a part. */
    static LinkOrigin attribute(String part) {
      return new LinkOrigin(part, OriginKind.ATTRIBUTE, "", "");
    }
  }

  /** How a file holds an address. */
  public enum OriginKind {
    RELATION,
    FIELD,
    ATTRIBUTE,
    ANNOTATION
  }
}
