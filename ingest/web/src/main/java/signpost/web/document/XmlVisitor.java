package signpost.web.document;

import java.io.IOException;

/** What is told of a part's XML, in order; names come without their prefixes. */
interface XmlVisitor {
  void starts(XmlElement element) throws IOException;

  void ends(String name) throws IOException;

  default void text(String text) {}

  /** An element that is there only for programs that do not know what stands before it. */
  default void unseen(XmlElement element) {}
}
