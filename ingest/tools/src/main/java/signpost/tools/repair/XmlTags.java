package signpost.tools.repair;

import signpost.web.extract.HtmlTags;

/** XML as a stream of tags, for those who look at some of it; names come in lower case. */
interface XmlTags extends HtmlTags.TagHandler {
  @Override
  default void ends(String name) {}

  @Override
  default void text(int from, int to) {}

  @Override
  default void raw(String name, int from, int to) {}
}
