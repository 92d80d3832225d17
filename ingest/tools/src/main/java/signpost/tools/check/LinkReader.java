package signpost.tools.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.extract.CharsetDetector;
import signpost.web.extract.MediaKind;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PageAnchors;
import signpost.web.extract.PublisherRules;
import signpost.web.extract.ReadOutcome;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.SitemapText;
import signpost.web.extract.UnzippedBytes;

/** Finds the links in bytes of any kind we know. */
final class LinkReader implements AutoCloseable {
  private @Nullable MediaPageReader documents;

  /**
   * What a file holds; of one whose links are not wanted only its places, read as those of any
   * other. {@code base}: its path's ending decides where the type says nothing.
   */
  FoundLinks read(byte[] raw, Optional<String> said, WebUrl base, boolean links, boolean places) {
    byte[] bytes = UnzippedBytes.of(raw);
    Optional<String> type =
        said.filter(it -> !it.isBlank() && (Arrays.equals(bytes, raw) || ofText(it)));
    String name = base.path().toLowerCase(Locale.ROOT).replaceAll("\\.gz$", "");
    return switch (form(bytes, type, name)) {
      case DOCUMENT -> links ? document(bytes, base) : FoundLinks.NOTHING;
      case MARKUP -> markup(CharsetDetector.decode(bytes, type), links, places);
      case WRITTEN -> written(type, name).read(CharsetDetector.decode(bytes, type), name);
      case STYLESHEET ->
          links ? stylesheet(CharsetDetector.decode(bytes, type)) : FoundLinks.NOTHING;
      case TEXT -> links ? text(CharsetDetector.decode(bytes, type), true) : FoundLinks.NOTHING;
      case OTHER -> links ? text(CharsetDetector.decode(bytes, type), false) : FoundLinks.NOTHING;
    };
  }

  /** Whether what a server labels so, in lower case, may have places that links name. */
  static boolean hasPlaces(String label) {
    return label.isBlank()
        || label.contains("html")
        || label.contains("markdown")
        || label.contains("svg");
  }

  /** What is read alike. */
  private enum ContentForm {
    DOCUMENT,
    MARKUP,
    WRITTEN,
    STYLESHEET,
    TEXT,
    OTHER
  }

  private static ContentForm form(byte[] bytes, Optional<String> type, String name) {
    MediaKind kind = MediaKind.of(bytes, type);
    if (kind.isDocument()) {
      return ContentForm.DOCUMENT;
    }
    String label = type.orElse("").toLowerCase(Locale.ROOT);
    boolean unlabelled = label.isEmpty();
    if (label.contains("css") || (unlabelled && name.endsWith(".css"))) {
      return ContentForm.STYLESHEET;
    }
    if (label.contains("markdown") || (unlabelled && WrittenForm.of(name).isPresent())) {
      return ContentForm.WRITTEN;
    }
    boolean markup = unlabelled && name.matches(".*\\.(x?html?|xht|svg)");
    if (markup || kind == MediaKind.HTML || label.contains("svg")) {
      return ContentForm.MARKUP;
    }
    return kind == MediaKind.TEXT ? ContentForm.TEXT : ContentForm.OTHER;
  }

  private static WrittenForm written(Optional<String> type, String name) {
    return type.isPresent()
        ? WrittenForm.MARKDOWN
        : WrittenForm.of(name).orElse(WrittenForm.MARKDOWN);
  }

  /** Of a zipped file, whether the label may be that of what is in it. */
  private static boolean ofText(String type) {
    String label = type.toLowerCase(Locale.ROOT);
    return label.startsWith("text/") || label.contains("xml");
  }

  private static FoundLinks markup(String text, boolean links, boolean places) {
    if (!links) {
      return new FoundLinks(Optional.empty(), List.of(), PageAnchors.in(text));
    }
    return SitemapText.is(text) ? FoundLinks.of(SitemapLinks.in(text)) : HtmlLinks.in(text, places);
  }

  private static FoundLinks stylesheet(String css) {
    return FoundLinks.of(CssLinks.in(css, LinePositions.in(css)));
  }

  private static FoundLinks text(String text, boolean plain) {
    if (SitemapText.is(text)) {
      return FoundLinks.of(SitemapLinks.in(text));
    }
    return plain ? FoundLinks.of(TextLinks.in(text)) : FoundLinks.NOTHING;
  }

  private FoundLinks document(byte[] bytes, WebUrl base) {
    return switch (documents().read(bytes, Optional.empty(), base)) {
      case ReadOutcome.Read(ReadablePage page) -> links(page);
      case ReadOutcome.Doubtful(ReadablePage page, _) -> links(page);
      case ReadOutcome.Unreadable _ -> FoundLinks.NOTHING;
    };
  }

  private synchronized MediaPageReader documents() {
    MediaPageReader made =
        documents == null ? new MediaPageReader(PublisherRules.builtIn()) : documents;
    documents = made;
    return made;
  }

  private static FoundLinks links(ReadablePage page) {
    List<FoundLink> links = new ArrayList<>();
    page.outlinks()
        .forEach(link -> links.add(new FoundLink(link.url().href(), 0, 0, "link", link.text())));
    return FoundLinks.of(links);
  }

  @Override
  public synchronized void close() {
    if (documents != null) {
      documents.close();
    }
  }
}
