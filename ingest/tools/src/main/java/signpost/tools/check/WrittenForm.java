package signpost.tools.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Forms of text that people write pages in, which code hosts show as pages by themselves. */
enum WrittenForm {
  MARKDOWN("md|markdown|mdx"),
  ASCIIDOC("adoc|asciidoc"),
  RESTRUCTURED("rst|rest"),
  NOTEBOOK("ipynb");

  private static final Pattern BUILT =
      Pattern.compile("(?i)(?!https?:|/)[^?#]*\\.html?(?:[?#].*)?");

  private final Pattern name;

  WrittenForm(String endings) {
    this.name = Pattern.compile("(?s).*\\.(" + endings + ")");
  }

  /** The form that a file's name says. */
  static Optional<WrittenForm> of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(it -> it.name.matcher(lower).matches()).findFirst();
  }

  /** Whether it names a page that is made of sources beside this one. */
  static boolean isBuilt(String href) {
    return BUILT.matcher(href).matches();
  }

  /** {@code path}: where the file is. */
  FoundLinks read(String text, String path) {
    return switch (this) {
      case MARKDOWN -> MarkdownLinks.in(text);
      case ASCIIDOC -> AsciiDocLinks.in(text, path);
      case RESTRUCTURED -> RestructuredLinks.in(text);
      case NOTEBOOK -> NotebookLinks.in(text);
    };
  }
}
