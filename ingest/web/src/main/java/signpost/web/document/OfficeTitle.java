package signpost.web.document;

/** What an Office or OpenDocument file, or an EPUB, says its title and language are. */
final class OfficeTitle implements XmlVisitor {
  private final StringBuilder title = new StringBuilder();
  private final StringBuilder language = new StringBuilder();
  private boolean titled;
  private String inside = "";

  @Override
  public void starts(XmlElement element) {
    inside = element.in("/dc/elements/1.1/") ? element.name() : "";
  }

  @Override
  public void text(String text) {
    if (inside.equals("title") && !titled && title.length() < 1_000) {
      title.append(text);
    } else if (inside.equals("language") && language.length() < 40) {
      language.append(text);
    }
  }

  @Override
  public void ends(String name) {
    titled |= inside.equals("title") && !title.isEmpty();
    inside = "";
  }

  String title() {
    return title.toString().strip();
  }

  String language() {
    return language.toString().strip().split("\\s", 2)[0];
  }
}
